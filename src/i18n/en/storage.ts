const size = (bytes: number) =>
  bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000)} KB`
    : `${Math.ceil(bytes / 1_000_000).toLocaleString('en')} MB`;

/** What is said when a project cannot be kept in, read from or deleted from the browser. */
export const storage = {
  noSpace: (name: string, bytes: number) =>
    `There is not enough room in this browser to keep “${name}”: it needs ${size(bytes)}.`,
  noSpaceNext: 'Free some disk space or delete other sites’ data and try again. What is open stays open.',
  stillKept: 'What was kept before is still there.',
  unavailable: 'This browser keeps nothing for this page, so the file is forgotten when the page is closed.',
  unavailableNext: 'Open the page in a normal (not private) window, or drop the file again next time.',
  newer: 'The kept project was written by a newer version of Regulars, so it is not opened here.',
  newerNext: 'Close all tabs of Regulars and open it again to get the newer version. Nothing was changed.',
  unreadable: 'The kept project cannot be read back.',
  unreadableNext: 'Drop the original file again, or delete the kept project.',
  noteNotKept: (customer: string) => `What you wrote about ${customer} could not be kept in this browser.`,
  noteNotKeptNext:
    'It stays here until the page is closed. Free some disk space and write it again, or save the list as CSV.',
  unreadableNotes: 'What you wrote about your customers cannot be read back just now.',
  unreadableNotesNext: 'Reload the page. What is kept is not changed.',
  fileChanged: (name: string) => `“${name}” changed or moved after it was opened, so it could not be kept.`,
  fileChangedNext: 'Drop the file again.',
  otherTab: 'Regulars is open in another tab, and that tab keeps the project. This tab only reads.',
  otherTabNext: 'Close the other tab, or take over here.',
  failed: (reason: string) => `The project could not be kept: ${reason}.`,
  failedNext: 'Try again. What is open stays open.',
  notDeleted: 'The kept project could not be deleted.',
  notDeletedNext: 'Try again, or clear the data of this site in the settings of the browser.',
};
