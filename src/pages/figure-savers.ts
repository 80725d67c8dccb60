import type { FigureActions } from '../charts/actions';
import { words } from '../i18n/words';
import { encodeCsv } from '../outputs/csv';
import { roundedRows } from '../outputs/rounded';
import { saveFile } from '../outputs/save';
import { svgText } from '../outputs/svg';
import { project } from '../state/project.svelte';
import { openInEditor } from './sql/open-in-editor';
import { isOnScreen } from './figures-on-screen';

/** Said under every figure, on screen and where it is saved, where amounts were turned into one currency. */
export function atRates(): string[] {
  const { currencies = [], currency = null } = project.report ?? {};
  return currency !== null && currencies.some(({ rate }) => rate !== null)
    ? [words.rates.note(currency)]
    : [];
}

/** How a page saves its figures; `scope` says who is counted where it is not everybody, and `name` says so in a few words. */
export const figureSavers = (
  scope: () => string = () => '',
  name: () => string = () => '',
): FigureActions => ({
  scope,
  isOnScreen,
  scopeName: name,
  savePicture: (picture, file, title, notes) =>
    saveFile(
      svgText(picture, title, [...notes, ...atRates(), ...(scope() ? [scope()] : [])]),
      file,
      'svg',
      'image/svg+xml',
    ),
  saveTable: (columns, rows, file) => {
    const saved = roundedRows(columns, rows, project.report?.currency ?? null);
    return saveFile(encodeCsv(columns, saved, scope()), file, 'csv', 'text/csv');
  },
  openSql: openInEditor,
  saveSql: (sql, file) => saveFile(sql, file, 'sql', 'application/sql'),
});
