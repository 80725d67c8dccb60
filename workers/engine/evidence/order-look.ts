import type { Field, OrderGrain } from '../../../src/domain/choices';
import type { CustomerDays, OrderKeyRead } from '../../../src/domain/evidence';
import type { MappingProposal } from '../../../src/domain/mapping';
import { isTill } from '../../../src/ingest/names/match-names';
import { isNamed, kindOf } from '../../../src/ingest/rows/row-texts';
import { askedOnce } from './asked-once';
import type { Database } from '../host/database';
import { dateExpression } from '../reading/date-expression';
import type { CountedColumns } from './evidence';
import { guestNames } from '../build/join-identities';
import { quoteText } from '../sql/quote';
import { cell, isOneOf, rawColumn } from '../reading/reading';

/** Numbers that recur are unique by and large up to this share, and one is an accident. */
const FEW = { share: 0.01, numbers: 1 } as const;
/** Of fewer numbers even one that recurs is no accident: a till that starts again each day, and sells once a day, has number 1 alone. */
const TOO_FEW = 5;

const MONEY: readonly Field[] = ['amount', 'unit_price', 'quantity'];
const WHO: readonly Field[] = ['customer', 'email', 'phone', 'customer_name'];

type Found = MappingProposal['fields'];
const positionIn = (fields: Found, wanted: Field) => fields.find(({ field }) => field === wanted)?.position;

/** The column that says where a till stands: a branch, else one that is called a till. */
export function tillOf(counted: CountedColumns, fields: Found): number | null {
  const branch = positionIn(fields, 'branch');
  if (branch !== undefined) return branch;
  const order = positionIn(fields, 'order_id');
  const till = counted.columns.find(
    ({ column, distinct, position }) =>
      position !== order && distinct > 1 && distinct <= 500 && isTill(column),
  );
  return till?.position ?? null;
}

/** What stands beside an order's number in its key, as an expression on the raw row; null where the number is enough. */
export function keyBeside(
  grain: OrderGrain,
  till: number | null,
  date: number | undefined,
  reading: Pick<MappingProposal, 'dates' | 'layout'>,
  day = date === undefined ? null : dateExpression(date, { ...reading, zone: null }),
): string | null {
  const parts: string[] = [];
  if (till !== null && (grain === 'order_and_branch' || grain === 'order_branch_and_day'))
    parts.push(rawColumn(till));
  if (day !== null && (grain === 'order_and_day' || grain === 'order_branch_and_day'))
    parts.push(`cast(${day} as date)::varchar`);
  return parts.length === 0 ? null : `concat_ws(' ', ${parts.join(', ')})`;
}

/** What stands beside a number below zero. */
const MINUS = ['-', '\u2212', '\u2013', '('] as const;

/** Whether a row is a sale, as far as its own cells say: nothing is below zero, and its kind is no other. */
function isSale({ fields, layout }: MappingProposal, counted: CountedColumns): string {
  const below = (['amount', 'quantity'] as const).flatMap((field) => {
    const at = positionIn(fields, field);
    const signs = MINUS.map((sign) => `contains(${rawColumn(at ?? 0)}, ${quoteText(sign)})`);
    return at === undefined ? [] : [`not coalesce(${signs.join(' or ')}, false)`];
  });
  const { type } = layout.rows;
  const others = (counted.columns[type?.position ?? -1]?.values ?? []).filter((text) => {
    const kind = kindOf(text);
    return (kind !== null && kind !== 'sale') || isNamed(type?.refund ?? [], text);
  });
  const kind = type && others.length > 0 ? [`not ${isOneOf(rawColumn(type.position), others)}`] : [];
  // A gift is set aside and a sample says nothing of how orders are written.
  const free = (['amount', 'unit_price'] as const).flatMap((field) => {
    const at = positionIn(fields, field);
    return at === undefined
      ? []
      : [`not coalesce(regexp_full_match(${rawColumn(at)}, '[^1-9]*0[^1-9]*'), false)`];
  });
  return [...below, ...free, ...kind].join(' and ') || 'true';
}

const folded = (text: string) =>
  `trim(regexp_replace(lower(strip_accents(${text})), '[^\\p{L}]+', ' ', 'g'))`;
const isGuest = (text: string) =>
  `(not regexp_matches(${text}, '[0-9@]') and contains(${quoteText(guestNames)}, '|' || ${folded(text)} || '|'))`;

const whoOf = (fields: Found, heading: number | null): number | undefined =>
  WHO.flatMap((field) => positionIn(fields, field) ?? []).find((at) => at !== heading);

/** Sale rows with what tells orders apart: `o` the number, `day`, `b` who bought, `r` the till. */
function saleRows(proposal: MappingProposal, counted: CountedColumns, order: number | null): string | null {
  const { fields, layout, dates } = proposal;
  const date = positionIn(fields, 'date');
  if (date === undefined || !dates[date]) return null;
  const who = whoOf(fields, layout.rows.heading);
  const text = (at: number | null | undefined) =>
    at === null || at === undefined ? 'null::varchar' : cell(at, { layout });
  const money = MONEY.flatMap((field) => positionIn(fields, field) ?? []);
  const products = (['product', 'sku'] as const).flatMap((field) => positionIn(fields, field) ?? []);
  return `select ${text(order)} as o, ${dateExpression(date, { dates, layout, zone: null })} as moment,
    lower(trim(${text(who)})) as b, ${text(tillOf(counted, fields))} as r, ${text(products[0])} as p,
    concat_ws(chr(31), ${[...products, ...money].map(rawColumn).join(', ') || 'null'}) as cells
    from raw where ${isSale(proposal, counted)}`;
}

/**
 * Whether an order number is one order's: numbers that recur on days apart, or for several buyers, are not unique, and are told apart by
 * the till, the day, or both. One buyer on days that follow each other is one order. True where something was found out.
 */
export async function lookAtOrders(
  signal: AbortSignal,
  database: Database,
  counted: CountedColumns,
  proposal: MappingProposal,
): Promise<boolean> {
  const order = positionIn(proposal.fields, 'order_id');
  const evidence = counted.columns[order ?? -1];
  if (order === undefined || !evidence || proposal.profile?.seen === 'sample') return false;
  const rows = saleRows(proposal, counted, order);
  if (rows === null || counted.looked.has(rows)) return false;
  counted.looked.add(rows);
  const [same] = await askedOnce<Runs>(signal, database, counted, runsOf(proposal, counted, order));
  const before = evidence.order_key?.grain ?? 'order_id';
  if (!same || same.runs === same.numbers)
    return setKey({ grain: 'order_id', numbers: same?.numbers ?? 0, recurring: 0 });
  const look = async (beside: string) => {
    const [row] = await database.rows<Pick<OrderKeyRead, 'numbers' | 'recurring'>>(
      signal,
      recurring(rows, beside),
    );
    return { numbers: row?.numbers ?? 0, recurring: row?.recurring ?? 0 };
  };
  const alone = await look('');
  if (isUnique(alone)) return setKey({ grain: 'order_id', ...alone });
  const till = tillOf(counted, proposal.fields);
  if (till !== null && isUnique(await look(', r'))) return setKey({ grain: 'order_and_branch', ...alone });
  const byDay = isUnique(await look(', day')) || till === null;
  return setKey({ grain: byDay ? 'order_and_day' : 'order_branch_and_day', ...alone });

  function setKey(key: OrderKeyRead): boolean {
    evidence!.order_key = key;
    return key.grain !== before;
  }
}

/** How many different order numbers there are, as the look at orders counts them; null where that look is not for this column, or fills blanks. */
export async function countNumbers(
  signal: AbortSignal,
  database: Database,
  counted: CountedColumns,
  proposal: MappingProposal,
): Promise<number | null> {
  const order = positionIn(proposal.fields, 'order_id');
  if (order === undefined || proposal.profile?.seen === 'sample') return null;
  if (cell(order, proposal) !== rawColumn(order) || saleRows(proposal, counted, order) === null) return null;
  const [row] = await askedOnce<Runs>(signal, database, counted, runsOf(proposal, counted, order));
  return row?.numbers ?? 0;
}

interface Runs {
  runs: number;
  numbers: number;
}

/** Whether each number has its rows together, and one date, buyer and till on them, as they are written: most files end here. */
function runsOf({ fields, layout }: MappingProposal, counted: CountedColumns, order: number): string {
  const places = [positionIn(fields, 'date'), whoOf(fields, layout.rows.heading), tillOf(counted, fields)];
  const cells = [order, ...places].flatMap((at) =>
    at === undefined || at === null ? [] : [cell(at, { layout })],
  );
  const names = cells.map((_, i) => `x${i}`);
  const differ = names.map((name) => `${name} is distinct from lag(${name}) over ()`);
  return `select count(*) as runs, count(distinct x0) as numbers from (
    select x0 from (select ${cells.map((text, i) => `${text} as x${i}`).join(', ')} from raw) where x0 is not null
    qualify ${differ.join(' or ')})`;
}

const isUnique = ({ numbers, recurring: found }: { numbers: number; recurring: number }) =>
  (found <= FEW.numbers && (numbers >= TOO_FEW || found === 0)) || found <= FEW.share * numbers;

/** Numbers, and those that stand on days apart, for several buyers, or, where nobody is named, at several tills. */
const recurring = (rows: string, beside: string): string =>
  `with of_days as (select distinct o, moment::date as day, b, r from (${rows}) where o is not null and moment is not null),
  of_keys as (
    select max(day) - min(day) >= count(distinct day) as is_apart, count(distinct b) as buyers, count(distinct r) as tills
    from of_days group by o${beside}
  )
  select count(*) as numbers, count(*) filter (is_apart or buyers > 1 or (buyers = 0 and tills > 1)) as recurring from of_keys`;

/** Of a file without order numbers: what the rows of one customer on one day look like. True where something was found out. */
export async function lookAtDays(
  signal: AbortSignal,
  database: Database,
  counted: CountedColumns,
  proposal: MappingProposal,
): Promise<boolean> {
  const { fields } = proposal;
  const date = counted.columns[positionIn(fields, 'date') ?? -1];
  if (!date || positionIn(fields, 'order_id') !== undefined) return false;
  if (!WHO.some((field) => positionIn(fields, field) !== undefined)) return false;
  const rows = saleRows(proposal, counted, null);
  if (rows === null || counted.looked.has(rows)) return false;
  counted.looked.add(rows);
  const [visits] = await database.rows<CustomerDays>(
    signal,
    `with of_days as (
      select count(distinct (moment, cells)) as n, count(distinct moment) as moments, count(distinct p) as products,
        bool_or(moment <> date_trunc('day', moment)) as has_clock
      from (${rows}) where b is not null and moment is not null and not ${isGuest('b')}
      group by b, moment::date
    )
    select count(*) as visits, count(*) filter (n > 1) as several, coalesce(sum(n) filter (n > 1), 0)::integer as rows,
      count(*) filter (n > 1 and moments < n) as at_once, count(*) filter (n > 1 and products > 1) as mixed,
      coalesce(bool_or(has_clock), false) as has_clock
    from of_days`,
  );
  if (!visits) return false;
  date.customer_days = visits;
  return true;
}
