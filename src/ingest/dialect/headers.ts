import type { Evidence } from '../../domain/said/evidence';
import { cellType, columnType } from './cell-types';
import { isKnownName } from '../names/synonyms';

/** Controls, zero-width and direction marks: invisible in a header, and able to make two equal names differ. */
const INVISIBLE = /[\p{Cc}\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * Headers as columns are named: invisible characters stripped, trimmed, empty ones `column_3`, and repeated ones
 * (also those that differ by case only) numbered `id`, `id_2`.
 */
export function uniqueHeaders(cells: string[], width: number): string[] {
  const taken = new Set<string>();
  return Array.from({ length: width }, (_, index) => {
    const name =
      (cells[index] ?? '').replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim() || `column_${index + 1}`;
    let unique = name;
    for (let n = 2; taken.has(unique.toLowerCase()); n++) unique = `${name}_${n}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}

export interface HeaderVerdict {
  hasHeader: boolean;
  evidence: Evidence;
}

/**
 * Whether the first row names the columns: its cells are of another kind than the cells below them, or are names
 * that sales exports use. A number or a date is never a name.
 */
export function judgeHeader(first: string[], rest: string[][]): HeaderVerdict {
  const filled = first.filter((cell) => cell.trim() !== '');
  if (filled.length === 0) return { hasHeader: false, evidence: { id: 'header-empty', values: {} } };
  const known = filled.filter((cell) => isKnownName(cell)).length;
  const values = filled.filter((cell) => cellType(cell) !== 'text').length;
  if (rest.length === 0)
    return values === 0
      ? { hasHeader: true, evidence: { id: 'header-alone', values: {} } }
      : { hasHeader: false, evidence: { id: 'values-alone', values: {} } };

  // Exports joined by hand repeat the header in the middle, whole or in part: those rows say nothing about the columns.
  const same = (row: string[]) => first.filter((cell, at) => cell.trim() !== '' && cell === row[at]).length;
  const others = rest.filter((row) => same(row) < Math.max(2, filled.length / 4));
  if (others.length > rest.length / 2) rest = others;
  let differs = 0;
  let repeats = 0;
  first.forEach((cell, column) => {
    if (cell.trim() === '') return;
    const below = rest.map((row) => row[column] ?? '');
    const type = columnType(below);
    if (cellType(cell) === 'text' && type !== null && type !== 'text') differs++;
    if (below.includes(cell)) repeats++;
  });
  if (values * 3 > filled.length || (values > 0 && known === 0))
    return { hasHeader: false, evidence: { id: 'header-of-values', values: {} } };
  if (differs > 0 && differs * 2 > repeats)
    return {
      hasHeader: true,
      evidence: { id: 'header-differs', values: { differs, of: filled.length } },
    };
  if (known > 0 && known >= repeats)
    return { hasHeader: true, evidence: { id: 'header-known', values: { names: known } } };
  const areDistinct = new Set(filled.map((cell) => cell.trim().toLowerCase())).size === filled.length;
  if (
    repeats === 0 &&
    areDistinct &&
    filled.length === first.length &&
    filled.every((cell) => cell.length <= 40)
  )
    return {
      hasHeader: true,
      evidence: { id: 'header-of-texts', values: {} },
    };
  return { hasHeader: false, evidence: { id: 'header-like-rows', values: {} } };
}
