import { count, plural } from '../numbers';

const size = (bytes: number) =>
  bytes < 1_000_000 ? `${count(Math.ceil(bytes / 1000))} KB` : `${count(Math.ceil(bytes / 1_000_000))} MB`;

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
  noteElsewhere: (customer: string) =>
    `Another tab wrote about ${customer} meanwhile, so what stands here is not kept.`,
  noteElsewhereNext: 'Change it again to keep it, or reload the page to see what the other tab wrote.',
  unreadableNotes: 'What you wrote about your customers cannot be read back just now.',
  unreadableNotesNext: 'Reload the page. What is kept is not changed.',
  fileChanged: (name: string) => `“${name}” changed or moved after it was opened, so it could not be kept.`,
  fileChangedNext: 'Drop the file again.',
  otherTab: 'Regulars is open in another tab, and that tab writes. This tab only reads.',
  otherTabNext: 'Close the other tab, or take over here.',
  openUnkept: 'What is open here is not kept.',
  takeOver: 'Take over here',
  writesHere: (others: number) =>
    plural(others, {
      one: 'This tab writes. Regulars is open in one more tab, which only reads.',
      other: `This tab writes. Regulars is open in ${count(others)} more tabs, which only read.`,
    }),
  keptElsewhere: 'Another tab has kept something since this was opened, so what is open here is not kept.',
  keptElsewhereNext: 'Keep what is open here instead of it, or open what is kept.',
  keepThis: 'Keep what is open here',
  openKept: 'Open what is kept',
  cleared:
    'What this browser kept was deleted from outside this page, for example in the settings of the browser. What is open here is still here, until the page is closed.',
  keepAgain: 'Keep it again',
  emptiedElsewhere: 'Everything was deleted in another tab, so this one is empty too.',
  forgottenElsewhere: 'The file was forgotten in another tab, so it is closed here too.',
  standing: { keeping: 'saving …', kept: 'in this browser', unkept: 'not saved' },
  failed: (reason: string) => `The project could not be kept: ${reason}.`,
  failedNext: 'Try again. What is open stays open.',
  notDeleted: 'The kept project could not be deleted.',
  notDeletedNext: 'Try again, or clear the data of this site in the settings of the browser.',
};
