import type { Field } from '../../../src/domain/choices';
import type { CountedReport, Fact } from '../../../src/domain/facts';
import { offsetText, type ZoneGuess } from '../../../src/ingest/dates/guess-zone';
import { CLEANING_RULES } from '../../../src/ingest/rows/cleaning-rules';
import { duplicateRowsSql, type bridgeSteps, countBridge } from './bridge';
import { hasCurrency, ruleAction, type Plan } from '../plan/plan';
import type { Database } from '../host/database';
import { calendarFacts } from '../build/day-end';
import { dateFacts } from './date-facts';
import { findings } from './findings';
import { countTypes, typeFacts } from '../build/customer-type';
import { identityFacts, standInFacts } from './identity-facts';
import { refundFacts } from './refund-facts';
import type { Shop } from '../shop';
import { fileFacts, rowFacts } from './row-facts';
import { visitFacts } from '../evidence/visits';
import type { StandIns } from '../build/stand-ins';
import { importFacts, tableFacts } from './table-facts';
import { whoFacts } from './who-facts';

interface ProjectRow {
  starts_on: string | null;
  ends_on: string | null;
  as_of: string | null;
  left_cut_days: number | null;
  left_cut_until: string | null;
  left_cut_customers: number;
  customers: number;
  /** Exact until it leaves SQL: the two lines of the bridge are not added here. */
  refunds: number;
  history: 'unknown' | 'complete';
}

const PROJECT = `select starts_on::varchar as starts_on, ends_on::varchar as ends_on, as_of::varchar as as_of,
  left_cut_days, history, (starts_on + left_cut_days)::date::varchar as left_cut_until,
  (select count(*) from customers) as customers,
  (select coalesce(sum(refunds), 0) from customers)::double as refunds,
  (select count(*) from customers where first_ordered_on < project.starts_on + left_cut_days) as left_cut_customers
  from project`;

/** Everything the import report says, as figures; each comes from the step of the bridge whose SQL is shown. */
export async function countReport(
  signal: AbortSignal,
  database: Database,
  shop: Shop,
  plan: Plan,
  steps: Awaited<ReturnType<typeof bridgeSteps>>,
  currency: string | null,
  standIns: StandIns,
): Promise<CountedReport> {
  const counted = await countBridge(signal, database, steps);
  const step = (id: string) => counted.find((one) => one.id === id);
  const [project] = await database.rows<ProjectRow>(signal, PROJECT);
  const touched = await database.rows<{ rule: string | null; rows: number; anonymous: number }>(
    signal,
    `select rule_id as rule, count(*) as rows,
     count(*) filter (customer_id is null and kind <> 'set_aside') as anonymous from staged_lines group by rule_id`,
  );
  const [duplicates] = await database.rows<{ rows: number }>(signal, duplicateRowsSql);
  const [overlaps] = await database.rows<{ rows: number }>(
    signal,
    'select (select count(*) from overlap_rows where not is_across) + (select count(*) from refund_overlap_rows) as rows',
  );
  const walkIns = await database.rows<{ customer_id: string; orders: number }>(
    signal,
    'select customer_id, orders from customer_keys where is_anonymous order by orders desc',
  );
  const [gifts] = await database.rows<{ rows: number }>(
    signal,
    'select count(*) as rows from gift_card_rows',
  );
  const currencies = await countCurrencies(signal, database, plan);
  const outside = await refundFacts(signal, database);
  const orders = (id: string) => step(id)?.orders ?? 0;
  const hasAmounts = plan.reading.amount_from !== null;
  const sales = (id: string) => (hasAmounts ? (step(id)?.sales ?? 0) : null);
  const set_aside = counted
    .filter(({ id }) => id === 'set_aside_rows' || id === 'ragged_rows')
    .map(({ about, rows }) => ({ rule: about ?? '', rows: rows ?? 0 }));
  const asideRows = set_aside.reduce((sum, { rows }) => sum + rows, 0);
  const rows_read = step('file_rows')?.rows ?? 0;
  const ruleRows: Record<string, number> = {
    ...Object.fromEntries(touched.map(({ rule, rows }) => [rule ?? '', rows])),
    no_customer: touched.reduce((sum, { anonymous }) => sum + anonymous, 0),
    exact_duplicate: duplicates?.rows ?? 0,
    overlap: overlaps?.rows ?? 0,
    walk_in: walkIns.reduce((sum, { orders: n }) => sum + n, standIns.rows),
    id_wrapper: wrappedIds(shop, plan),
  };
  const coverage = await identityCoverage(
    signal,
    database,
    orders('identified_orders'),
    orders('valid_orders'),
  );
  const customer_types = await countTypes(signal, database);
  const left_cut = {
    until: project?.history === 'complete' ? null : (project?.left_cut_until ?? null),
    customers: project?.history === 'complete' ? 0 : (project?.left_cut_customers ?? 0),
    days: project?.left_cut_days ?? 0,
  };
  return {
    rows_read,
    rows_used: rows_read - asideRows,
    set_aside,
    mapping: Object.fromEntries(
      Object.entries(plan.reading.positions).map(([field, at]) => [
        field as Field,
        shop.loaded.headers[at] ?? '',
      ]),
    ),
    choices: plan.choices,
    all: { orders: orders('valid_orders'), sales: sales('valid_orders') },
    net: hasAmounts ? (step('all_net')?.sales ?? sales('net')) : null,
    identified: {
      customers: project?.customers ?? 0,
      orders: orders('identified_orders'),
      sales: sales('identified_orders'),
      refunds: hasAmounts ? (project?.refunds ?? 0) : null,
      net: sales('net'),
    },
    anonymous: { orders: orders('anonymous_orders'), sales: sales('anonymous_orders') },
    identity_coverage: coverage,
    currency,
    currencies,
    from: project?.starts_on ?? null,
    to: project?.ends_on ?? null,
    as_of: project?.as_of ?? null,
    steps: hasAmounts ? counted : counted.map((one) => ({ ...one, sales: null })),
    rule_counts: CLEANING_RULES.map(({ id }) => ({
      rule: id,
      action: ruleAction(plan.choices, id),
      rows: ruleRows[id] ?? 0,
    })),
    left_cut,
    customer_types,
    facts: [
      ...(await rowFacts(signal, database, rows_read, set_aside)),
      ...fileFacts(shop.loaded),
      ...visitFacts(plan, shop.counted),
      ...tableFacts(shop.tables),
      ...(await importFacts(signal, database, plan)),
      ...(await identityFacts(signal, database)),
      ...standInFacts(standIns),
      ...whoFacts(plan, shop.counted),
      ...typeFacts(customer_types),
      ...(await calendarFacts(signal, database, plan)),
      ...(gifts?.rows ? [{ id: 'gift_cards' as const, values: { rows: gifts.rows } }] : []),
      ...(await findings(signal, database, plan.today)),
      ...facts(
        plan,
        project,
        coverage.orders,
        left_cut.customers,
        walkIns,
        outside,
        ruleRows.other_currency ?? 0,
        currency,
        currencies,
        shop.counted.zones.get(plan.reading.positions.date ?? -1) ?? null,
      ),
    ],
  };
}

/** Where the rows are in several currencies: how many each has, and what it is counted at. */
async function countCurrencies(signal: AbortSignal, database: Database, plan: Plan) {
  if (!hasCurrency(plan)) return [];
  const found = await database.rows<{ currency: string; rows: number }>(
    signal,
    `select upper(trim(currency_read)) as currency, count(*) as rows from source_rows
     where currency_read is not null group by all order by rows desc, currency`,
  );
  const rateOf = (currency: string) =>
    plan.reading.rates?.of.find((one) => one.currency === currency)?.rate ?? null;
  return found.length < 2
    ? []
    : found.map(({ currency, rows }) => {
        const rate = rateOf(currency);
        return { currency, rows, rate: rate === null ? null : Number(rate) };
      });
}

async function identityCoverage(signal: AbortSignal, database: Database, identified: number, all: number) {
  const [row] = await database.rows<{ net: number | null }>(
    signal,
    `select coalesce(sum(net) filter (customer_id is not null), 0) / nullif(sum(net), 0) as net
     from orders where is_valid`,
  );
  return { orders: all === 0 ? null : identified / all, net: row?.net ?? null };
}

function wrappedIds(shop: Shop, plan: Plan): number {
  return (['customer', 'order_id'] as const)
    .map((field) => shop.counted.columns[plan.reading.positions[field] ?? -1]?.wrapped_ids ?? 0)
    .reduce((sum, n) => sum + n, 0);
}

/** Under this share of orders with a known customer, a banner says so. */
const LOW_COVERAGE = 0.7;

function facts(
  plan: Plan,
  project: ProjectRow | undefined,
  coverage: number | null,
  leftCut: number,
  walkIns: { customer_id: string; orders: number }[],
  outside: Fact[],
  otherCurrency: number,
  currency: string | null,
  currencies: CountedReport['currencies'],
  zone: ZoneGuess | null,
): Fact[] {
  const found: Fact[] = plan.assumed.map(({ question, answer }) => ({
    id: 'assumed',
    values: { answer },
    question,
  }));
  if (plan.reading.amount_from === null) found.push({ id: 'no_amounts', values: {} });
  const { currency: named } = plan.reading;
  if (named?.beside)
    found.push({ id: 'currency_named', values: { column: named.beside, currency: named.of, by: named.by } });
  if (!plan.has_customers) found.push({ id: 'no_customers', values: {} });
  else if (coverage !== null && coverage < LOW_COVERAGE)
    found.push({ id: 'low_coverage', values: { share: coverage } });
  for (const { customer_id, orders } of walkIns)
    found.push({ id: 'walk_in', values: { key: customer_id, orders } });
  const customers = project?.customers ?? 0;
  if (leftCut > 0 && customers > 0) {
    const id = leftCut * 2 > customers ? 'left_cut_over_half' : 'left_cut';
    found.push({ id, values: { customers: leftCut, of: customers, until: project?.left_cut_until ?? '' } });
  }
  const rated = currencies.filter((one) => one.rate !== null && one.currency !== currency?.toUpperCase());
  if (rated.length > 0)
    found.push({
      id: 'at_rates',
      values: {
        rows: rated.reduce((sum, { rows }) => sum + rows, 0),
        rates: rated.map((one) => `1 ${one.currency} = ${one.rate} ${currency}`).join(', '),
      },
    });
  found.push(...zoneFacts(plan, zone), ...dateFacts(plan.reading));
  if (otherCurrency > 0)
    found.push({ id: 'other_currency', values: { rows: otherCurrency, currency: currency ?? '' } });
  found.push(...outside);
  if (plan.reading.layout.refunds.includes_tax) found.push({ id: 'refund_pro_rata', values: {} });
  return found;
}

function zoneFacts(plan: Plan, zone: ZoneGuess | null): Fact[] {
  if (zone === null || plan.reading.zone !== null) return [];
  if (zone.kind === 'one' && zone.minutes === 0) return [{ id: 'utc_times', values: {} }];
  if (zone.kind !== 'zone') return [];
  const offsets = zone.minutes.map(offsetText).join(', ');
  return [{ id: 'zone_of_offsets', values: { zone: zone.zone, offsets } }];
}
