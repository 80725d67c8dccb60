import type { LegendItem } from '../../charts/legend';
import type { Happened } from '../../charts/draw-timeline';
import { addDays } from '../../domain/calendar';
import type { RfmGroup } from '../../domain/standing';
import type { Column, ResultTable, Row } from '../../domain/table';
import { format } from '../../i18n/format';
import { shown } from '../../i18n/shown';
import { words } from '../../i18n/words';

const said = () => words.people.page;
/** As many changes of tier as can be read. */
const MOST_STEPS = 6;
/** Fewer gaps than these are no habit. */
const HABIT = 3;

/** How a customer is called: by name, else by e-mail, else by the key. */
export const nameOf = (figures: Row | null, customer: string): string =>
  shown(String(figures?.name ?? figures?.email ?? customer), 60);

/** The answer and what goes with it, from the figures and the tier of one customer. */
export function customerInWords(figures: Row, tier: Row | null, customer: string, currency: string | null) {
  const orders = Number(figures.orders);
  const finding = said().finding(
    nameOf(figures, customer),
    said().orders(orders),
    format.date(String(figures.first_on)),
    figures.net === null ? null : format.money(Number(figures.net), currency),
  );
  const notes = [...standingInWords(figures), ...habit(figures), ...tierChanges(tier)];
  return { finding, notes };
}

function standingInWords(figures: Row): string[] {
  const last = format.date(String(figures.last_on));
  const silent = Number(figures.days_silent);
  const days = format.days(silent);
  if (figures.status === null)
    return [silent === 0 ? said().todayOnly(last) : said().silentOnly(last, days), said().noLine];
  const status = words.lapse.statuses[String(figures.status)]!;
  return [silent === 0 ? said().today(status, last) : said().silent(status, last, days)];
}

/** '2024-01-05 silver, 2024-03-30 gold' in words. */
function tierChanges(tier: Row | null): string[] {
  if (typeof tier?.history !== 'string') return [];
  const steps = tier.history.split(', ').map((step) => {
    const [on = '', name = ''] = step.split(' ');
    return words.tiers.step(words.tiers.names[name] ?? name, format.date(on));
  });
  const next =
    typeof tier.changes_on === 'string' && typeof tier.changes_to === 'string'
      ? words.tiers.next(words.tiers.names[tier.changes_to] ?? tier.changes_to, format.date(tier.changes_on))
      : '';
  const latest = steps.slice(-MOST_STEPS);
  const tell = latest.length < steps.length ? words.tiers.latest : words.tiers.changes;
  return [tell(format.list(latest)), next];
}

const tierNow = ({ tier, since_on: since }: Row): string =>
  typeof since === 'string'
    ? words.tiers.since(words.tiers.names[String(tier)] ?? String(tier), format.date(since))
    : words.tiers.never;

function habit(figures: Row): string[] {
  if (figures.median_gap_days === null) return [];
  const gap = Number(figures.median_gap_days);
  if (Number(figures.gaps) < HABIT) return [said().few(format.days(gap))];
  const overdue = Number(figures.overdue);
  const due = format.date(addDays(String(figures.last_on), Math.ceil(gap)));
  return [said().usual(format.days(gap), due), overdue > 1 ? said().late(format.number(overdue)) : ''];
}

/** Name and value of each figure that the file can tell. */
export function figuresOf(
  figures: Row,
  { scores, tier }: { scores: Row | null; tier: Row | null },
  { currency, showsType }: { currency: string | null; showsType: boolean },
): [string, string][] {
  const text = (name: string) => (figures[name] === null ? '' : shown(String(figures[name]), 80));
  const money = (name: string) =>
    figures[name] === null ? '' : format.moneyExact(Number(figures[name]), currency);
  const date = (name: string) => format.date(String(figures[name]));
  const { r, f, m, group } = scores ?? {};
  const pairs: [string, string][] = [
    [said().figures.name, text('name')],
    [said().figures.email, text('email')],
    [said().figures.phone, text('phone')],
    [
      said().figures.consent,
      figures.has_consent === null ? '' : format.cell(figures.has_consent ?? null, 'flag', null),
    ],
    [said().figures.customer, text('customer')],
    [said().figures.type, showsType ? (said().types[String(figures.customer_type)] ?? '') : ''],
    [said().figures.net, money('net')],
    [said().figures.refunds, Number(figures.refunds) === 0 ? '' : money('refunds')],
    [said().figures.aov, money('aov')],
    [said().figures.first, date('first_on')],
    [said().figures.last, date('last_on')],
    [
      said().figures.gap,
      figures.median_gap_days === null ? '' : format.number(Number(figures.median_gap_days)),
    ],
    [
      said().figures.status,
      figures.status === null ? '' : (words.lapse.statuses[String(figures.status)] ?? ''),
    ],
    [said().figures.tier, tier ? tierNow(tier) : ''],
    [
      said().figures.rfm,
      scores ? said().rfm(String(r), String(f), String(m), words.people.rfmGroups[group as RfmGroup]) : '',
    ],
  ];
  return pairs.filter(([, value]) => value !== '');
}

const TIMELINE: Column[] = [
  { name: 'happened_on', type: 'date', unit: 'date' },
  { name: 'kind', type: 'text', unit: 'text' },
  { name: 'amount', type: 'number', unit: 'money' },
  { name: 'order_id', type: 'text', unit: 'text' },
  { name: 'order_number', type: 'integer', unit: 'count' },
  { name: 'products', type: 'text', unit: 'text' },
  { name: 'reason', type: 'text', unit: 'text' },
];
const PRODUCTS: Column[] = [
  { name: 'product', type: 'text', unit: 'text' },
  { name: 'orders', type: 'integer', unit: 'count' },
  { name: 'pieces', type: 'number', unit: 'number' },
  { name: 'sales', type: 'number', unit: 'money' },
  { name: 'last_on', type: 'date', unit: 'date' },
];

const filled = (columns: readonly Column[], rows: readonly Row[]) =>
  columns.filter(({ name }) => rows.some((row) => row[name] !== null));

/** The timeline as a table, its kinds and reasons in words. */
export function timelineTable({ rows }: ResultTable) {
  const told = rows.map((row) => ({
    ...row,
    kind: said().kinds[String(row.kind)] ?? null,
    reason: row.reason === null ? null : (said().reasons[String(row.reason)] ?? String(row.reason)),
  }));
  return { columns: filled(TIMELINE, told), rows: told, heads: said().heads };
}

export const productsTable = ({ rows }: ResultTable) => ({
  ...{ columns: filled(PRODUCTS, rows), rows, heads: said().likesHeads },
});

/** What the marks of the picture mean, of those that are in it. */
export function timelineLegend({ rows }: ResultTable): LegendItem[] {
  const { orders, refunds, hollow, end } = said().keys;
  const hasRefunds = rows.some(({ amount }) => Number(amount) < 0);
  const hasOthers = rows.some(({ kind }) => kind === 'not_counted');
  return [
    { swatch: 'ink', label: orders },
    ...(hasRefunds ? [{ swatch: 'loss' as const, label: refunds }] : []),
    ...(hasOthers ? [{ swatch: 'hollow' as const, label: hollow }] : []),
    { swatch: 'dashed', label: end },
  ];
}

/** The orders and refunds as the picture draws them. */
export const happenedIn = ({ rows }: ResultTable, currency: string | null): Happened[] =>
  rows.map((row) => ({
    facts: [format.moneyExact(Number(row.amount), currency), said().kinds[String(row.kind)] ?? ''],
    ...{ day: String(row.happened_on), amount: Number(row.amount) },
    counts: row.kind !== 'not_counted',
  }));
