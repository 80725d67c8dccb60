import { plainDigits } from '../../../src/ingest/numbers/digits';
import { looksLikeWeakDates } from '../../../src/ingest/dates/weak-dates';
import { looksLikeDates } from '../../../src/ingest/dates/detect-dates';
import { looksLikeNumbers } from '../../../src/ingest/numbers/detect-numbers';
import type { ColumnEvidence, NumberEvidence, ShapeCount } from '../../../src/domain/evidence';

const PLAIN = /^-?\d+(\.\d+)?$/;

/** The shapes of values, as the engine's SQL counts them. */
export function countShapes(values: string[]): ShapeCount[] {
  const shapes = new Map<string, ShapeCount>();
  values.forEach((value, index) => {
    const plain = plainDigits(value);
    const shape = plain.replace(/\d/g, '9');
    const found = shapes.get(shape) ?? {
      shape,
      rows: 0,
      examples: [],
      first_row: index + 1,
      ...(plain === value ? {} : { other_digits: true }),
      max_first: null,
      max_second: null,
    };
    const [first, second] = plain.match(/\d+/g) ?? [];
    found.rows++;
    if (found.examples.length < 3 && !found.examples.includes(value)) found.examples.push(value);
    if (first !== undefined) found.max_first = Math.max(found.max_first ?? 0, Number(first));
    if (second !== undefined) found.max_second = Math.max(found.max_second ?? 0, Number(second));
    shapes.set(shape, found);
  });
  return [...shapes.values()].sort((a, b) => b.rows - a.rows);
}

export function countNumbers(values: string[]): NumberEvidence {
  const plain = values.filter((value) => PLAIN.test(value));
  const decimals = (value: string) => value.split('.')[1]?.length ?? 0;
  return {
    plain: plain.length,
    plain_scale: Math.max(0, ...plain.slice(0, 50_000).map(decimals)),
    plain_three_decimals: plain.filter((value) => /^-?\d{1,3}\.\d{3}$/.test(value)).length,
    plain_with_dot: plain.filter((value) => value.includes('.')).length,
    negative: plain.filter((value) => value.startsWith('-')).length,
    zero: plain.filter((value) => Number(value) === 0).length,
    other: countShapes(values.filter((value) => !PLAIN.test(value))),
  };
}

/** What the engine counts over whole columns, counted here in plain code: the oracle of the mapping tests. */
export function countEvidence(columns: string[], rows: string[][]): ColumnEvidence[] {
  return columns.map((column, position) => {
    const filled = rows.map((row) => (row[position] ?? '').trim()).filter((value) => value !== '');
    const sample = filled.slice(0, 1000);
    const different = [...new Set(filled)];
    const step = Math.max(1, Math.floor(different.length / 5));
    return {
      column,
      position,
      rows: rows.length,
      filled: filled.length,
      distinct: different.length,
      examples: different.filter((_, index) => index % step === 0).slice(0, 5),
      ...(looksLikeNumbers(sample) ? { numbers: countNumbers(filled) } : {}),
      ...(looksLikeDates(sample) || looksLikeWeakDates(sample, column) ? { dates: countShapes(filled) } : {}),
      wrapped_ids: filled.filter((value) => /^\d+\.0$/.test(value)).length,
    };
  });
}
