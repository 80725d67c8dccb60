import { words } from '../i18n/words';

/** The files of a drop or a paste. Folders and dragged pictures of other pages have none. */
export function filesOf(transfer: DataTransfer | null): File[] {
  return transfer ? [...transfer.files] : [];
}

/** Rows copied from a spreadsheet arrive as text with tabs: read like a file of that kind. */
export const pastedFile = (text: string): File =>
  new File([text], words.ui.drop.pasted, { type: 'text/tab-separated-values' });
