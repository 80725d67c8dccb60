import { calendarSentence } from './calendar-words';
import type { OrderGrain } from '../domain/choices';
import type { Fact, BridgeFact } from '../domain/facts';
import type { ImportReport } from '../domain/report';
import type { OpenQuestion } from '../domain/said/questions';
import type { BuiltReport } from '../engine/contract';
import { format } from '../i18n/format';
import { questionOf } from '../i18n/say';
import { shown } from '../i18n/shown';
import { words } from '../i18n/words';
import { CLEANING_RULES } from '../ingest/rows/cleaning-rules';

/** The report with its sentences: figures from the engine, words from the catalogue. */
export function inWords(built: BuiltReport): ImportReport {
  const { facts, steps, set_aside, rule_counts, left_cut: _cut, provenance: _from, ...counted } = built;
  return {
    ...counted,
    rows_set_aside: set_aside.map(({ rule, rows }) => ({ rule, reason: reasonOf(rule), rows })),
    bridge: steps.map(({ rows, orders, sales, sql, ...step }) => ({
      step: stepOf(step),
      kind: step.kind,
      rows,
      orders,
      sales,
      sql,
    })),
    findings: facts.map((fact) => ({ id: fact.id, sentence: sentenceOf(fact, built.currency) })),
    rules: rule_counts.map(({ rule, action, rows }) => {
      const known = CLEANING_RULES.find(({ id }) => id === rule);
      return { rule, action, rows, sentence: ruleOf(rule), allowed: known?.allowed ?? [] };
    }),
  };
}

const ruleOf = (rule: string): string => (words.rules as Record<string, string>)[rule] ?? rule;
const reasonOf = (rule: string): string => words.report.reasons[rule] ?? rule;

function stepOf({ id, about }: Pick<BridgeFact, 'id' | 'about'>): string {
  const { steps } = words.report;
  if (id === 'set_aside_rows') return steps.set_aside_rows(reasonOf(about ?? ''));
  if (id === 'outside_refunds') return steps.outside[about ?? ''] ?? id;
  if (id === 'invalid_orders') return steps.invalid[about ?? ''] ?? id;
  const plain = steps[id as keyof typeof steps];
  return typeof plain === 'string' ? plain : id;
}

/** A question that was not asked, with its usual answer. */
function assumedSentence(open: OpenQuestion, answer: string): string {
  const { question, options } = questionOf(open);
  const held = options.find(({ value }) => value === answer)?.label ?? '';
  const { facts } = words.report;
  return held === '' ? facts.assumed_as_written(question) : facts.assumed(question, held);
}

function sentenceOf({ id, values, question }: Fact, currency: string | null): string {
  const { facts } = words.report;
  const number = (name: string) => Number(values[name]);
  const count = (name: string) => format.count(number(name));
  const text = (name: string) => shown(String(values[name]), 60);
  const day = (name: string) => format.date(String(values[name]));
  switch (id) {
    case 'no_amounts':
    case 'no_customers':
    case 'refund_pro_rata':
      return facts[id];
    case 'gift_cards':
      return facts.gift_cards(number('rows'));
    case 'currency_named':
      return facts.currency_named[values.by === 'signs' ? 'signs' : 'head'](text('column'), text('currency'));
    case 'left_cut':
    case 'left_cut_over_half':
      return facts[id](count('customers'), count('of'), format.date(String(values.until)));
    case 'clock_behind':
      return facts.clock_behind(count('rows'), count('all_rows'), day('today'));
    case 'stray_orders':
      return facts.stray_orders(number('orders'), count('days'), day('as_of'), day('ends_on'));
    case 'occasions':
      return facts.occasions(
        format.rate(Number(values.by_orders)),
        format.rate(Number(values.by_days)),
        values.occasion === 'day' ? 'days' : 'orders',
      );
    case 'silent_days':
      return facts.silent_days(count('days'), day('first_on'), day('last_on'));
    case 'old_file':
      return facts.old_file(day('as_of'), count('days'));
    case 'short_history':
      return facts.short_history(count('days'));
    case 'large_customer':
      return facts.large_customer(text('customer'), format.rate(Number(values.share)));
    case 'small_cohorts':
      return facts.small_cohorts(count('small'), count('months'));
    case 'types_hidden':
      return facts.types_hidden(count('final'), count('dealer'), count('staff'));
    case 'merged':
      return facts.merged(count('keys'), count('customers'));
    case 'shared_identifiers':
      return facts.shared_identifiers(count('shared'), text('most'));
    case 'walk_in':
      return facts.walk_in(text('key'), count('orders'));
    case 'stand_ins':
      return values.others === 0
        ? facts.stand_in(text('most'), count('rows'))
        : facts.stand_ins(text('most'), number('others'), count('rows'));
    case 'phone_prefix':
      return facts.phone_prefix(String(values.prefix), count('meets'));
    case 'destroyed_ids':
      return facts.destroyed_ids(text('column'), text('example'), count('rows'));
    case 'numbers_recur':
      return facts.numbers_recur(
        count('recurring'),
        count('numbers'),
        words.pages.mapping.orders[values.grain as OrderGrain],
      );
    case 'days_as_orders':
      return facts.days_as_orders(count('rows'), count('days'));
    case 'customer_taken':
      return facts.customer_taken(text('column'), count('different'), String(values.times));
    case 'other_currency':
      return facts.other_currency(count('rows'), text('currency'));
    case 'at_rates':
      return facts.at_rates(count('rows'), String(values.rates));
    case 'zone_of_offsets':
      return facts.zone_of_offsets(text('zone'), text('offsets'));
    case 'utc_times':
      return facts.utc_times;
    case 'months_only':
    case 'thai_years':
      return facts[id];
    case 'week_start':
    case 'fiscal_year':
    case 'day_ends':
    case 'day_ends_unused':
      return calendarSentence({ id, values });
    case 'year_of_dates':
      return values.row === ''
        ? facts.year_of_all_dates(text('year'))
        : facts.year_of_dates(text('year'), text('last'), count('row'));
    case 'refunds_outside':
    case 'refunds_in_full':
    case 'refunds_excess':
      return facts[id](number('rows'), format.moneyExact(number('amount'), currency));
    case 'low_coverage':
      return facts.low_coverage(format.rate(Number(values.share)));
    case 'import_changes':
      return number('vanished') === 0
        ? facts.import_changes_whole(count('new'), count('changed'))
        : facts.import_changes(count('new'), count('changed'), count('vanished'));
    case 'stacked':
      return facts.stacked(count('tables'), count('rows'));
    case 'joined':
      return facts.joined(text('table'), text('to'), text('column'), count('found'), count('of'));
    case 'refunds_joined':
    case 'returns_joined':
      return id === 'refunds_joined' && values.column === ''
        ? facts.refunds_alone(text('table'), count('rows'))
        : facts[id](text('table'), count('rows'), text('column'), count('found'), count('of'));
    case 'left_out':
      return facts.left_out(text('table'), count('rows'), words.tables.left[String(values.why)] ?? '');
    case 'product_names_absent':
      return facts.product_names_absent(count('absent'), count('said'));
    case 'broken_rows':
      return facts.broken_rows(number('rows'), text('lines'));
    case 'visits_filled':
      return facts.visits_filled(count('rows'), count('visits'));
    case 'months_turned':
      return facts.months_turned(count('rows'), count('months'));
    case 'unsolved_formulas':
      return facts.unsolved_formulas(number('cells'));
    case 'hidden_rows':
      return facts.hidden_rows(number('rows'));
    case 'mostly_aside':
      return facts.mostly_aside(count('rows'), count('of'), reasonOf(String(values.reason)));
    case 'assumed':
      return question === undefined ? '' : assumedSentence(question, String(values.answer));
    case 'check_failed':
      return facts.check_failed(text('check'), count('rows'));
  }
}
