import type { Problem } from '../domain/outcome';
import { format } from '../i18n/format';
import { shown } from '../i18n/shown';
import { words } from '../i18n/words';

/** Where a problem is: "in sales.csv, line 1,204, column price"; empty where it is nowhere in particular. */
export function placeOf({ file, line, column }: Problem): string {
  const parts = [
    file === undefined ? '' : words.ui.inFile(shown(file)),
    line === undefined ? '' : words.ui.atLine(format.count(line)),
    column === undefined ? '' : words.ui.inColumn(shown(column)),
  ];
  return parts.filter(Boolean).join(', ');
}
