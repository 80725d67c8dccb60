import type { NumberEvidence, NumberReading, ShapeCount } from '../../domain/evidence';
import {
  coreOf,
  entryOf,
  readCore,
  saysNoNumber,
  scaleOf,
  type CoreReading,
  type NumberShape,
} from './number-shapes';

export interface NumbersRead {
  /** Null where nothing is a number or where the decimal mark cannot be told. */
  reading: NumberReading | null;
  /** `1.234` throughout: a thousand or a fraction. Ask. */
  ambiguous: boolean;
  /** Shapes that are no amounts under the reading. */
  unread: ShapeCount[];
}

const MOST_DECIMALS = 6;

/** For samples: most of the filled values are numbers in some convention. */
export function looksLikeNumbers(values: string[]): boolean {
  const said = values.filter((value) => value.trim() !== '');
  const filled = said.filter((value) => !saysNoNumber(value));
  // Refunds are rare: the first of them may stand behind a thousand dashes.
  if (said.length > 0 && filled.length === 0) return true;
  const numbers = filled.filter((value) => {
    const shape = coreOf(value);
    return shape !== null && readCore(shape.core) !== null;
  });
  return filled.length > 0 && numbers.length >= 0.8 * filled.length;
}

interface ReadableShape {
  count: ShapeCount;
  shape: NumberShape;
  core: CoreReading;
}

/** A real value decides where its shape cannot: in `0,125` the comma is no thousands mark. */
function readCount(count: ShapeCount): ReadableShape | null {
  const shape = coreOf(count.shape);
  if (!shape || shape.isPercent) return null;
  let core = readCore(shape.core);
  if (!core) return null;
  if (core.decimal === 'either')
    for (const example of count.examples) {
      const real = coreOf(example);
      const reading = real && readCore(real.core);
      if (reading && reading.decimal !== 'either') core = reading;
    }
  return { count, shape, core };
}

const other = (mark: '.' | ','): '.' | ',' => (mark === '.' ? ',' : '.');

function decimalOf(evidence: NumberEvidence, readable: ReadableShape[], examples: string[]) {
  const dots =
    evidence.plain_with_dot > evidence.plain_three_decimals ||
    examples.some((value) => /^-?0\.\d+$/.test(value.trim()));
  const has = (mark: '.' | ',') => readable.some(({ core }) => core.decimal === mark);
  const dot = dots || has('.');
  const comma = has(',');
  const either =
    (evidence.plain_three_decimals > 0 && !dots) || readable.some(({ core }) => core.decimal === 'either');
  return { dot, comma, either };
}

/** The thousands mark that the shapes show under a decimal mark. */
function groupOf(
  decimal: '.' | ',',
  readable: ReadableShape[],
  evidence: NumberEvidence,
): NumberReading['group'] {
  const seen = readable.find(({ core }) => core.group !== '' && core.group !== decimal)?.core.group;
  if (seen) return seen;
  const mark = other(decimal);
  const isGrouped = readable.some(
    ({ core, shape }) => core.decimal === 'either' && shape.core.includes(mark),
  );
  return isGrouped || (decimal === ',' && evidence.plain_with_dot > 0) ? mark : '';
}

/**
 * How a column of numbers is read: decimal comma, thousands marks, currency signs and codes, brackets or a
 * trailing minus for negative. A percentage is no amount. `wanted` answers an ambiguous column; `examples` are
 * real values of the column, which can settle what shapes cannot (`0.125`).
 */
export function readNumbers(
  evidence: NumberEvidence,
  wanted?: '.' | ',',
  examples: string[] = [],
  credit?: 'in' | 'out',
): NumbersRead {
  const readable: ReadableShape[] = [];
  const unread: ShapeCount[] = [];
  for (const count of evidence.other.filter(({ shape }) => !saysNoNumber(shape))) {
    const read = readCount(count);
    if (read) readable.push(read);
    else unread.push(count);
  }
  if (evidence.plain === 0 && readable.length === 0) return { reading: null, ambiguous: false, unread };
  const { dot, comma, either } = decimalOf(evidence, readable, examples);
  let decimal: '.' | ',';
  // Both marks before decimals, or a mark that can be before thousands as well.
  const isOpen = (dot && comma) || (either && !dot && !comma);
  if (wanted === undefined && isOpen) return { reading: null, ambiguous: true, unread };
  if (wanted !== undefined && (either || (dot && comma))) decimal = wanted;
  else decimal = comma && !dot ? ',' : '.';

  const unreadHere = readable.filter(({ core }) => core.decimal === other(decimal)).map(({ count }) => count);
  const used = readable.filter(({ core }) => core.decimal !== other(decimal));
  const group = groupOf(decimal, used, evidence);
  const scales = used.map(({ shape }) => scaleOf(shape.core, decimal));
  const scale = Math.max(0, decimal === '.' ? evidence.plain_scale : 0, ...scales);
  return {
    reading: {
      decimal,
      group,
      scale: Math.min(MOST_DECIMALS, scale),
      needs_cleaning: used.some(
        ({ count, shape }) => shape.hadMarks || /[()+' -]|\d-$/.test(count.shape.replace(/^-(?=\d)/, '')),
      ),
      ...entries(used, credit),
      ...(used.some(({ count }) => count.other_digits) ? { other_digits: true } : {}),
    },
    ambiguous: false,
    unread: [...unread, ...unreadHere],
  };
}

/**
 * Which of debits and credits is below 0, where amounts carry both. A shop's own ledger debits the customer for a sale and credits
 * what is given back; the bank credits what comes in.
 */
function entries(used: readonly ReadableShape[], credit?: 'in' | 'out'): Pick<NumberReading, 'below_zero'> {
  const rows = (entry: 'CR' | 'DR') =>
    used
      .filter(({ count }) => entryOf(count.shape) === entry)
      .reduce((sum, { count }) => sum + count.rows, 0);
  const [credits, debits] = [rows('CR'), rows('DR')];
  if (credits === 0 || debits === 0) return {};
  const isIn = credit === undefined ? credits > debits : credit === 'in';
  return { below_zero: isIn ? 'DR' : 'CR' };
}
