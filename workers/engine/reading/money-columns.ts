import type { Field } from '../../../src/domain/choices';
import type { NumberReading } from '../../../src/domain/evidence';
import { quoteText } from '../sql/quote';
import {
  isFirstOfOrder,
  isOneOf,
  rawColumn,
  withPlainDigits,
  type Reading,
  type TextMeanings,
} from './reading';

interface Money {
  expression: string;
  scale: number;
  digits: number;
}

interface Term {
  sign: '+' | '-';
  money: Money;
}

/** The money of a row, typed: `sales` before refunds with everything that the layout adds or takes off. */
export function moneyColumns(reading: Reading, texts: TextMeanings): { columns: string[]; scale: number } {
  const read = (field: Field) => moneyOf(reading.positions[field], reading);
  const quantity = read('quantity');
  const terms = amountTerms(reading);
  const scale = Math.max(2, ...terms.map(({ money }) => money.scale));
  const digits = Math.max(1, ...terms.map(({ money }) => money.digits)) + 1;
  const none = reading.amount_from === null ? '0' : 'null';
  const sum = terms.map(({ sign, money }) => `${sign} ${money.expression}`).join(' ') || none;
  const sales = oncePerOrder(reading, `cast(${sum.replace(/^\+ /, '')} as ${decimalType(digits, scale)})`);
  const plain = (field: Field) =>
    moneyOf(field === 'total' ? totalAt(reading) : reading.positions[field], reading)?.expression ??
    'null::decimal(18, 2)';
  const byPrice = reading.amount_from === 'price_times_quantity';
  const hasAmount = reading.amount_from !== null;
  const blank = (byPrice ? (['quantity', 'unit_price'] as const) : (['amount'] as const))
    .map((field) => reading.positions[field])
    .filter((position) => position !== undefined)
    .map((position) => `${rawColumn(position)} is null`);
  return {
    scale,
    columns: [
      `${sales} as sales`,
      `${hasAmount ? blank.join(' and ') || 'true' : 'false'} as is_amount_blank`,
      `${quantity?.expression ?? 'null::decimal(18, 0)'} as quantity`,
      `${read('unit_price')?.expression ?? 'null::decimal(18, 2)'} as unit_price`,
      `${plain('discount')} as discount`,
      `${plain('tax')} as tax`,
      `${plain('shipping')} as shipping`,
      `${plain('total')} as total`,
      `${refundExpression(reading, texts, plain)} as refund`,
      `${plain('cost')} as cost`,
    ],
  };
}

function amountTerms(reading: Reading): Term[] {
  const at = (field: Field) => moneyOf(reading.positions[field], reading);
  const [quantity, price, amount, discount, tax, shipping] = (
    ['quantity', 'unit_price', 'amount', 'discount', 'tax', 'shipping'] as const
  ).map(at);
  const terms: Term[] = [];
  if (reading.amount_from === 'price_times_quantity' && quantity && price) {
    const full = times(quantity, price);
    const isShare = discount && reading.discount_rate !== null;
    terms.push({ sign: '+', money: isShare ? lessShare(full, discount, reading.discount_rate) : full });
  } else if (amount) {
    terms.push({ sign: '+', money: reading.amount_level === 'line' ? amount : optional(amount) });
  }
  const counted = (['tax', 'shipping'] as const).filter((field) => reading[field] === 'in');
  const isCounted = (position: number) => counted.some((field) => reading.positions[field] === position);
  for (const { position, sign } of reading.layout.terms) {
    if (isCounted(position)) continue;
    const money = moneyOf(position, reading);
    if (money) terms.push({ sign, money: optional(money) });
  }
  const isTakenOff = reading.discount_rate !== null || isTerm(reading, 'discount');
  if (reading.amount_from === 'price_times_quantity' && discount && !isTakenOff)
    terms.push({ sign: reading.layout.discount, money: optional(discount) });
  for (const [field, money] of [
    ['tax', tax],
    ['shipping', shipping],
  ] as const)
    if (reading[field] === 'in' && money && !isTerm(reading, field))
      terms.push({ sign: '+', money: optional(money) });
  return terms;
}

/** What was paid, tax and shipping included: where no column of its own says it, the amount that they are inside of. */
const totalAt = ({ positions, layout }: Reading): number | undefined =>
  positions.total ?? (layout.refunds.includes_tax ? positions.amount : undefined);

const isTerm = ({ layout, positions }: Reading, field: Field): boolean =>
  layout.terms.some(({ position }) => position === positions[field]);

/** An amount of the whole order is counted on its first row only, whether the others are blank or repeat it. */
function oncePerOrder(reading: Reading, sum: string): string {
  const isFirst = isFirstOfOrder(reading);
  return reading.amount_level !== 'order_repeated' || isFirst === null ? sum : `if(${isFirst}, ${sum}, 0)`;
}

/** What a row says was given back: its refund column, else a flag, a lowered total or pieces that came back. */
function refundExpression(reading: Reading, texts: TextMeanings, plain: (field: Field) => string): string {
  const { flags: _, adjusted_total, returned_quantity, includes_tax } = reading.layout.refunds;
  const column = reading.positions.refund === undefined ? null : `abs(${plain('refund')})`;
  const found: string[] = [];
  if (column !== null) found.push(`nullif(${column}, 0)`);
  // A refund that includes tax is taken off pro rata of the total, so a full one is the total.
  const all = includes_tax && totalAt(reading) !== undefined ? plain('total') : 'sales';
  for (const { position, texts: said } of texts.flags)
    if (said.length > 0) found.push(`if(${isOneOf(rawColumn(position), said)}, ${all}, null)`);
  const adjusted = moneyAt(adjusted_total ?? undefined, reading)?.expression;
  if (adjusted !== undefined)
    found.push(`if(${adjusted} > 0, nullif(${plain('total')} - ${adjusted}, 0), null)`);
  const returned = moneyAt(returned_quantity ?? undefined, reading)?.expression;
  if (returned !== undefined) found.push(`nullif(${returned} * ${plain('unit_price')}, 0)`);
  if (found.length === 0) return 'null::decimal(18, 2)';
  return `coalesce(${[...found, ...(column === null ? [] : [column])].join(', ')})`;
}

/** The same, but money of the whole order that stands on each of its rows is counted on the first. */
function moneyOf(position: number | undefined, reading: Reading): Money | null {
  const money = moneyAt(position, reading);
  const isFirst = position !== undefined && reading.once.includes(position) ? isFirstOfOrder(reading) : null;
  return money && isFirst !== null
    ? { ...money, expression: `if(${isFirst}, ${money.expression}, 0)` }
    : money;
}

const times = (a: Money, b: Money): Money => ({
  expression: `${a.expression} * ${b.expression}`,
  scale: a.scale + b.scale,
  digits: a.digits + b.digits,
});

/** The price of the rest: 0.2, or 20 in percent, takes a fifth off. */
function lessShare(
  full: Money,
  { expression, scale }: Money,
  discount_rate: Reading['discount_rate'],
): Money {
  const whole = discount_rate === 'percent' ? 100 : 1;
  const rest = `cast(${whole} - coalesce(${expression}, 0) as decimal(${scale + 4}, ${scale}))`;
  const product = `${full.expression} * ${rest}`;
  const shift = discount_rate === 'percent' ? 2 : 0;
  return {
    expression: shift
      ? `cast(${product} as decimal(38, ${full.scale + scale})) * cast(0.01 as decimal(3, 2))`
      : product,
    scale: full.scale + scale + shift,
    digits: full.digits + 1,
  };
}

/** The number in a column, typed; null where there is no such column. */
export function moneyAt(
  position: number | undefined,
  reading: Pick<Reading, 'numbers' | 'integer_digits'>,
): Money | null {
  if (position === undefined) return null;
  const how = reading.numbers[position] ?? { decimal: '.', group: '', scale: 6, needs_cleaning: true };
  // Digits were counted before a dot; where the dot separates thousands that says nothing.
  const counted = how.decimal === '.' ? reading.integer_digits[position] : undefined;
  const digits = Math.min(counted ?? 12, 18);
  return { expression: numberExpression(position, how, digits), scale: how.scale, digits };
}

const optional = (money: Money): Money => ({ ...money, expression: `coalesce(${money.expression}, 0)` });

/** 18 digits are held in a machine word; more take four times as long to sum. */
function decimalType(digits: number, scale: number): string {
  return digits + scale <= 18 ? `decimal(18, ${scale})` : `decimal(38, ${scale})`;
}

export function numberExpression(position: number, how: NumberReading, digits: number): string {
  const column = how.other_digits ? withPlainDigits(rawColumn(position)) : rawColumn(position);
  const width = digits + how.scale <= 18 ? Math.max(digits + how.scale, 1) : 38;
  const type = `decimal(${width}, ${how.scale})`;
  if (!how.needs_cleaning && how.decimal === '.' && how.group === '') return `try_cast(${column} as ${type})`;
  // Keep digits, signs, brackets and both marks, but not the dot of "Fr." nor the dash of "12,-"; then drop the
  // thousands mark and turn the decimal one to a dot.
  let kept = `regexp_replace(${column}, '\\p{L}+[.]', '', 'g')`;
  kept = `regexp_replace(${kept}, '([0-9])[:,.][\\x{2013}\\x{2014}-]+', '\\1')`;
  kept = `regexp_replace(${kept}, '[^0-9,.()\\x{2212}\\x{2013}+-]', '', 'g')`;
  kept = `translate(${kept}, chr(8722) || chr(8211), '--')`;
  kept = `replace(${kept}, ${quoteText(how.decimal === '.' ? ',' : '.')}, '')`;
  if (how.decimal === ',') kept = `replace(${kept}, ',', '.')`;
  const entry = how.below_zero ? ` or regexp_matches(${column}, '(?i)\\b${how.below_zero}\\b')` : '';
  const negative = `(${column} like '%(%)%' or ${kept} like '%-' or ${kept} like '-%'${entry})`;
  const bare = `regexp_replace(${kept}, '[()+-]', '', 'g')`;
  return `try_cast(case when ${negative} then '-' else '' end || ${bare} as ${type})`;
}
