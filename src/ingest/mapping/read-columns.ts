import type { Choices, DateOrder } from '../../domain/choices';
import type { ColumnEvidence } from '../../domain/evidence';
import { isSerial, readDates, type DatesRead } from '../dates/detect-dates';
import { readNumbers, type NumbersRead } from '../numbers/detect-numbers';
import { matchName } from '../names/match-names';
import { coreOf, isBelowZero, saysNoNumber, WHOLE_MONEY } from '../numbers/number-shapes';
import { weakDates } from '../dates/weak-dates';

/** One column with what its values can be read as. */
export interface ReadColumn {
  evidence: ColumnEvidence;
  dates: DatesRead | null;
  numbers: NumbersRead | null;
}

/** The one answer that the decided columns share, or undefined where they differ or are silent. */
function agreed<T>(answers: T[]): T | undefined {
  const different = new Set(answers);
  return different.size === 1 ? answers[0] : undefined;
}

const hasMarks = (column: ColumnEvidence): boolean =>
  (column.numbers?.plain_with_dot ?? 0) > 0 || (column.numbers?.other.length ?? 0) > 0;

/**
 * Reads every column; a column that cannot decide by itself takes the convention of the columns of the same file
 * that can: one program wrote them all. Where none can, it stays ambiguous and is asked.
 */
export function readColumns(
  columns: ColumnEvidence[],
  choices: Choices,
  known: { date_order?: DateOrder; whole_money?: boolean } = {},
  dateAt: number | null = null,
): ReadColumn[] {
  const alone = columns.map((evidence) => ({
    evidence,
    dates:
      serialDates(evidence, dateAt, choices.date_system) ??
      datesOf(evidence, evidence.position === dateAt, choices),
    numbers: evidence.numbers
      ? readNumbers(evidence.numbers, choices.decimal, evidence.examples, choices.credit)
      : null,
  }));
  const fileOrder = agreed(
    alone.flatMap(({ dates }): DateOrder[] =>
      dates?.order && dates.order !== 'ymd' && dates.reading ? [dates.order] : [],
    ),
  );
  const fileDecimal = agreed(
    alone.flatMap(({ evidence, numbers }) => {
      const reading = numbers?.reading;
      return reading && hasMarks(evidence) && (reading.scale > 0 || reading.group !== '')
        ? [reading.decimal]
        : [];
    }),
  );
  const openOrder = fileOrder ?? known.date_order;
  const isWhole = known.whole_money ?? columns.some(saysWholeMoney);
  return alone.map(({ evidence, dates, numbers }) => {
    const decimal = isWhole && evidence.numbers ? wholeMark(evidence) : fileDecimal;
    return {
      evidence,
      dates:
        dates?.ambiguous && openOrder && !dates.mixed
          ? datesOf(evidence, evidence.position === dateAt, { ...choices, date_order: openOrder })
          : dates,
      numbers:
        numbers?.ambiguous && decimal && evidence.numbers
          ? readNumbers(evidence.numbers, decimal, evidence.examples, choices.credit)
          : numbers,
    };
  });
}

/** Whole dates, else parts of dates where the header or a person says that they are dates. */
function datesOf(evidence: ColumnEvidence, isChosen: boolean, choices: Choices): DatesRead | null {
  const { dates, column } = evidence;
  const whole = dates ? readDates(dates, choices.date_order, column, choices.swapped_dates === 'swap') : null;
  return whole?.reading || whole?.ambiguous ? whole : (weakDates(evidence, isChosen, choices) ?? whole);
}

/** The file names a currency that has no smaller unit, beside its amounts or in a column of its own. */
function saysWholeMoney({ column, values = [], numbers }: ColumnEvidence): boolean {
  const isCurrency = matchName(column).some(({ field }) => field === 'currency');
  // Words among the numbers, such as those of a repeated header, say nothing of money.
  const shapes = (numbers?.other ?? []).map(({ shape }) => shape).filter((shape) => coreOf(shape) !== null);
  const said = isCurrency ? values : shapes;
  // The sign of yen and yuan alone does not tell, but neither is written with a comma for decimals.
  const isYenOrYuan = !isCurrency && said.every((text) => /[¥￥]/.test(text) && !text.includes('.'));
  return said.length > 0 && (isYenOrYuan || said.every((text) => WHOLE_MONEY.test(text)));
}

const SERIAL_SHAPE = /^99999([.,]9+)?$/;

/** Day numbers of a spreadsheet, in a column that is called a date or was chosen as one. */
function serialDates(
  evidence: ColumnEvidence,
  dateAt: number | null,
  system: Choices['date_system'] = '1900',
): DatesRead | null {
  const { column, position, examples, dates } = evidence;
  const [first] = examples;
  if (first === undefined || !examples.every(isSerial)) return null;
  if (position !== dateAt && !matchName(column).some(({ field }) => field === 'date')) return null;
  const unread = (dates ?? []).filter(({ shape }) => !SERIAL_SHAPE.test(shape.trim()));
  return {
    reading: { formats: [], style: system === '1904' ? 'serial_1904' : 'serial', has_offset: false },
    order: 'ymd',
    ambiguous: false,
    unread,
  };
}

/** The decimal mark under which `37.200` is a thousand: the other one. */
const wholeMark = ({ numbers, examples }: ColumnEvidence): '.' | ',' =>
  [...examples, ...(numbers?.other.flatMap((shape) => shape.examples) ?? [])].some((text) =>
    /\d,\d{3}/.test(text),
  )
    ? '.'
    : ',';

export const isDateColumn = ({ dates, evidence }: ReadColumn): boolean => {
  if (!dates || (!dates.reading && !dates.ambiguous)) return false;
  const unread = dates.unread.reduce((sum, shape) => sum + shape.rows, 0);
  return unread <= 0.5 * evidence.filled;
};

export const isNumberColumn = (column: ReadColumn): boolean => {
  const { numbers, evidence } = column;
  if (!numbers || (!numbers.reading && !numbers.ambiguous)) return false;
  const unread = numbers.unread.reduce((sum, shape) => sum + shape.rows, 0);
  return unread <= 0.5 * evidence.filled;
};

/** Numbers that are shares of one (`0.2`) or percentages: a discount rate is no money. */
export function isRateColumn({ evidence, numbers }: ReadColumn): boolean {
  if (/%|\b(rate|percent|pct)\b/i.test(evidence.column)) return true;
  if (evidence.numbers?.other.some(({ shape }) => shape.includes('%'))) return true;
  if (!numbers?.reading || numbers.reading.scale === 0 || evidence.distinct > 101) return false;
  const values = evidence.examples.map((value) => Number(value.trim().replace(',', '.')));
  return values.length > 0 && values.every((value) => value >= 0 && value <= 1);
}

/** Whether the values have decimals, wrapped ids such as `17850.0` apart. */
export const hasDecimals = ({ evidence, numbers }: ReadColumn): boolean =>
  (numbers?.reading?.scale ?? 0) > 0 && evidence.wrapped_ids === 0;

/** Some values stand beside a sign or a code of a currency. */
export const hasCurrencyMark = ({ evidence }: ReadColumn): boolean =>
  (evidence.numbers?.other ?? []).some(({ shape }) => coreOf(shape) !== null && /\p{L}|\p{Sc}/u.test(shape));

/** Amounts that are below zero wherever they are not zero. */
export function isMostlyNegative({ evidence: { numbers } }: ReadColumn): boolean {
  if (!numbers) return false;
  const other = numbers.other.filter(({ shape }) => !saysNoNumber(shape));
  const signed = other.filter(({ shape }) => isBelowZero(shape));
  const below = numbers.negative + signed.reduce((sum, { rows }) => sum + rows, 0);
  const all = numbers.plain - numbers.zero + other.reduce((sum, { rows }) => sum + rows, 0);
  return below > 0 && 2 * below > all;
}

/** Nearly one value a row; counts of different values are approximate, hence the margin. */
export const isNearlyUnique = ({ evidence }: ReadColumn): boolean =>
  evidence.filled > 0 && evidence.distinct >= 0.9 * evidence.filled;
