import type { MappingProposal } from '../../../src/domain/mapping';
import { EngineError } from '../../../src/engine/errors';
import type { Shop } from '../shop';

/** A column that a person has named as the date, or as money, of which not one value can be read as such. */
export function refuseUnreadable(
  { file, loaded, counted }: Shop,
  { fields, dates, numbers, amount_from }: MappingProposal,
): void {
  // Beside an amount, pieces or prices may be left empty from top to bottom.
  const isEmpty = (position: number) => counted.columns[position]?.filled === 0;
  const unreadable = fields.find(({ field, position }) =>
    field === 'date'
      ? !dates[position]
      : MONEY.includes(field) &&
        !numbers[position] &&
        !(amount_from === 'amount' && field !== 'amount' && isEmpty(position)),
  );
  if (!unreadable) return;
  const { field, column, position } = unreadable;
  const what = field === 'date' ? 'a date' : 'a number';
  const [example = ''] = counted.columns[position]?.examples ?? [];
  const line = (loaded.dialect?.skip_lines ?? 0) + (loaded.dialect?.has_header ? 2 : 1);
  throw new EngineError({
    code: field === 'date' ? 'not-dates' : 'not-numbers',
    message: `${file.name}, line ${line}: "${example}" in column "${column}" is not ${what} that can be read, nor is any other value of that column.`,
    file: file.name,
    line,
    column,
    next: `Choose the column that holds ${what} in every row, or write this one as ${what} in your shop or spreadsheet and export again.`,
  });
}

const MONEY: readonly string[] = ['amount', 'unit_price', 'quantity'];
