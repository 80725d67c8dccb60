import type { MappingProposal } from '../../../src/domain/mapping';
import { fault } from '../../../src/domain/said/problems';
import { EngineFault } from '../../../src/engine/errors';
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
  const [example = ''] = counted.columns[position]?.examples ?? [];
  const line = (loaded.dialect?.skip_lines ?? 0) + (loaded.dialect?.has_header ? 2 : 1);
  const isDate = field === 'date';
  throw new EngineFault(
    fault(
      'unreadable-column',
      { name: file.name, line, column, example, as: isDate ? 'date' : 'number' },
      { code: isDate ? 'not-dates' : 'not-numbers', file: file.name, line, column },
    ),
  );
}

const MONEY: readonly string[] = ['amount', 'unit_price', 'quantity'];
