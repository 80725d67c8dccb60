import { looksLikeDate } from '../dates/date-shapes';
import { plainDigits } from '../numbers/digits';

/** What a cell looks like on its own: used to weigh dialects and to tell a header from a row. */
export type CellType = 'empty' | 'number' | 'date' | 'email' | 'text';

const NUMBER = /^[-+(]?[$€£¥₫]?\s?[-+]?\d[\d.,'\u00a0\u202f]*\s?[$€£¥₫đ%]?\)?-?$/;
const EMAIL = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/;

export function cellType(cell: string): CellType {
  const value = cell.trim();
  if (value === '') return 'empty';
  if (value.length > 60) return 'text';
  if (looksLikeDate(value)) return 'date';
  if (NUMBER.test(plainDigits(value))) return 'number';
  return EMAIL.test(value) ? 'email' : 'text';
}

/** The type that more than 80 % of the filled cells have, or null where they are mixed or all empty. */
export function columnType(cells: string[]): CellType | null {
  const counts = new Map<CellType, number>();
  let filled = 0;
  for (const cell of cells) {
    const type = cellType(cell);
    if (type === 'empty') continue;
    filled++;
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  for (const [type, count] of counts) if (count > 0.8 * filled) return type;
  return null;
}
