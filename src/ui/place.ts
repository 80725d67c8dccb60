import type { Problem } from '../domain/outcome';
import { format } from '../i18n/format';
import { shown } from '../i18n/shown';
import { words } from '../i18n/words';

/**
 * Where a problem is: "in sales.csv, line 1,204, column price"; empty where it is nowhere in particular. What the
 * problem's own sentence says already is not said twice.
 */
export function placeOf({ message, file, line, column: header }: Problem): string {
  const column = header === undefined ? undefined : String(header);
  const at = line === undefined ? '' : words.ui.atLine(format.count(line));
  const parts = [
    file === undefined || message.includes(file) ? '' : words.ui.inFile(shown(file)),
    new RegExp(`${at}(?!\\d)`).test(message) ? '' : at,
    column === undefined || message.includes(column) ? '' : words.ui.inColumn(shown(column)),
  ];
  return parts.filter(Boolean).join(', ');
}
