/** Words for taking a customer out for good. */
export const forget = {
  button: 'Forget this customer',
  title: (who: string) => `Forget ${who}?`,
  does: [
    'Their rows, and those of their orders, are taken out of the tables and out of the files that this browser keeps. Figures fall by what they brought.',
    'Notes and reasons written of them are deleted.',
    'A one-way hash of their keys stays in this browser, so that they are left out when the same export is opened again. The report then says how many rows that were, and nothing else of them.',
    'The kept files are written again as plain CSV, without a password. Rows that could not be read at all, titles above the header, and sheets and files that are not used are kept no longer.',
  ],
  doesNot:
    'What it does not do: files on this computer’s disk, downloads, the browser’s own history of pages and other programs still have them. “Delete everything” deletes the hashes too, and an export opened after that brings them back. There is no undo.',
  confirm: 'Forget for good',
  cancel: 'Keep',
  working: 'Taking them out …',
  otherTab: {
    code: 'other-tab',
    message: 'Another tab keeps this project, so nobody can be taken out of it here.',
    next: 'Do it in that tab, or close it first.',
  },
  last: {
    code: 'last-customer',
    message: 'This is the only customer of the file.',
    next: 'Use “Delete everything” instead.',
  },
  done: 'The customer is forgotten.',
};
