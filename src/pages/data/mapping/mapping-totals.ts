import type { ImportReport } from '../../../domain/report';
import type { Inspection } from '../../../engine/contract';
import type { Choices } from '../../../domain/choices';
import { format, NOTHING } from '../../../i18n/format';
import { words } from '../../../i18n/words';
import { whoIs } from './mapping-rows';

const said = () => words.pages.mappingPreview;

export interface TotalShown {
  id: string;
  label: string;
  value: string;
  /** Before the last change, where that was another figure. */
  was: string | null;
}

/** The figures that a file comes to, each with what it was before the last change. */
export function totalsShown(report: ImportReport, before: ImportReport | null): TotalShown[] {
  const figures = (of: ImportReport): [id: string, label: string, value: string][] => {
    const money = (value: number | null) =>
      value === null ? NOTHING : format.moneyExact(value, of.currency);
    const hasRefunds = of.net !== null && of.net !== of.all.sales;
    return [
      ['orders', said().orders, format.count(of.all.orders)],
      [
        'customers',
        said().customers,
        of.identified.customers === 0 ? NOTHING : format.count(of.identified.customers),
      ],
      ['sales', said().sales, money(of.all.sales)],
      ...(hasRefunds ? [['net', said().net, money(of.net)] as [string, string, string]] : []),
      ['span', said().span, of.from && of.to ? `${format.date(of.from)} – ${format.date(of.to)}` : NOTHING],
      ['rows', said().rows, said().ofRows(format.count(of.rows_used), format.count(of.rows_read))],
    ];
  };
  const earlier = new Map(before ? figures(before).map(([id, , value]) => [id, value]) : []);
  return figures(report).map(([id, label, value]) => {
    const was = earlier.get(id);
    return { id, label, value, was: was === undefined || was === value ? null : was };
  });
}

/** "Date, amount, customer number and order number found": what the page opens with. */
export function foundLine(inspection: Inspection, choices: Choices): string {
  const { fields, amount_from } = inspection.proposal;
  const has = (wanted: string) => fields.some(({ field }) => field === wanted);
  const who = whoIs(inspection, choices);
  const { short } = said();
  const isKnown = who !== 'nobody' && who !== 'names_unused';
  const found = [
    has('date') ? short.date : null,
    amount_from === null ? null : short[amount_from],
    isKnown ? short[who] : null,
    has('order_id') ? short.order_id : null,
  ].filter((one) => one !== null);
  if (found.length === 0) return said().foundNothing;
  const line = said().found(format.list(found));
  const missing = [isKnown ? null : said().noBuyer, amount_from === null ? said().noAmount : null];
  const absent = missing.filter((one) => one !== null);
  const sentence = absent.length > 0 ? said().but(line, format.list(absent)) : line;
  return sentence.charAt(0).toLocaleUpperCase() + sentence.slice(1);
}

/** Findings of the report that say what was assumed and may be wrong. */
const ASSUMED = new Set([
  'no_amounts',
  'currency_named',
  'gift_cards',
  'walk_in',
  'stand_ins',
  'phone_prefix',
  'destroyed_ids',
  'numbers_recur',
  'days_as_orders',
  'customer_taken',
  'stray_orders',
  'merged',
  'other_currency',
  'zone_of_offsets',
  'utc_times',
  'months_only',
  'year_of_dates',
  'thai_years',
  'refund_pro_rata',
  'stacked',
  'joined',
  'left_out',
  'broken_rows',
  'unsolved_formulas',
  'hidden_rows',
  'months_turned',
  'visits_filled',
  'mostly_aside',
  'assumed',
]);

/** Rules that are said by a finding, so that they need no line of their own. */
const SAID_BY_FINDING = new Set(['gift_card', 'other_currency', 'walk_in']);

export interface Assumption {
  id: string;
  sentence: string;
  /** Rows that a rule touched; null of a finding, which has its own figures. */
  rows: number | null;
  /** The rule and what can be done with its rows instead. */
  rule: ImportReport['rules'][number] | null;
}

/** What was assumed about a file: findings first, then rules that touched rows; those that move a total before the others. */
export function assumptions(report: ImportReport): Assumption[] {
  const findings = report.findings
    .filter(({ id }) => ASSUMED.has(id))
    .map(({ id, sentence }, at) => ({ id: `${id} ${at}`, sentence, rows: null, rule: null }));
  const moves = ({ rule, action }: ImportReport['rules'][number]) =>
    action !== 'keep' && rule !== 'id_wrapper';
  const rules = report.rules
    .filter(({ rule, rows }) => rows > 0 && !SAID_BY_FINDING.has(rule))
    .sort((a, b) => Number(moves(b)) - Number(moves(a)) || b.rows - a.rows)
    .map((rule) => ({ id: rule.rule, sentence: rule.sentence, rows: rule.rows, rule }));
  return [...findings, ...rules];
}
