/** What is said where the app cannot be kept for use without its server, or a part of it does not arrive. */
export const offline = {
  partMissing:
    'A part of Regulars did not arrive: the connection broke, or a newer version has just been put online.',
  partMissingNext: 'Load the page again. A file that this browser keeps opens by itself.',
  partMissingKept: 'Load the page again. What is open is kept in this browser and opens by itself.',
  partMissingNotKept:
    'What is open is not kept in this browser: save what you need from it, then load the page again and drop the file once more.',
  loadAgain: 'Load the page again',
  versionBefore: 'This is the version before: the newest one could not start.',
  tryNewest: 'Try the newest',
  notStored:
    'The app could not be stored for use without a connection: a file did not arrive as it was built, or there is no room. It works as long as it can be loaded.',
};
