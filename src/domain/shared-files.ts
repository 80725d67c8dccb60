/** Files shared to the installed page: the system posts them here, relative to the page (manifest.webmanifest, `share_target`). */
export const SHARE_PATH = 'share';
/** The field of the form that holds them. */
export const SHARE_FIELD = 'files';
/** The address of the page that is opened for them. */
export const SHARED_QUERY = '?shared';
/** What this page asks the service worker, with a port for the answer: a list of files. */
export const SHARED_ASK = 'shared-files';
