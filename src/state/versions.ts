/** The address that opens the version before, where the service worker still has it. */
const BEFORE = '?before';

/** This page is the version before: the newest could not start, or a person wanted the old one. */
export const isVersionBefore = (): boolean => location.search === BEFORE;

/** The page runs: the service worker may let go of what it kept of earlier versions. The version before never says so. */
export function toldStarted(): void {
  if (!isVersionBefore()) globalThis.navigator?.serviceWorker?.controller?.postMessage('started');
}
