import type { FigureActions } from '../charts/actions';
import { words } from '../i18n/words';
import { encodeCsv } from '../outputs/csv';
import { saveFile } from '../outputs/save';
import { svgText } from '../outputs/svg';
import { project } from '../state/project.svelte';
import { isOnScreen } from './figures-on-screen';

/** Said under every figure, on screen and where it is saved, where amounts were turned into one currency. */
export function atRates(): string[] {
  const { currencies = [], currency = null } = project.report ?? {};
  return currency !== null && currencies.some(({ rate }) => rate !== null)
    ? [words.rates.note(currency)]
    : [];
}

/** How a page saves its figures; `scope` says who is counted where it is not everybody. */
export const figureSavers = (scope: () => string = () => ''): FigureActions => ({
  scope,
  isOnScreen,
  savePicture: (picture, name, title, notes) =>
    saveFile(
      svgText(picture, title, [...notes, ...atRates(), ...(scope() ? [scope()] : [])]),
      name,
      'svg',
      'image/svg+xml',
    ),
  saveTable: (columns, rows, name) => saveFile(encodeCsv(columns, rows), name, 'csv', 'text/csv'),
  saveSql: (sql, name) => saveFile(sql, name, 'sql', 'application/sql'),
});
