import type { ImportReport } from './report';
import type { OpenQuestion } from './said/questions';

/** Something worth saying about a file: an id and its figures. The sentence is made where the words are. */
export interface Fact {
  id:
    | 'no_customers'
    | 'no_amounts'
    | 'currency_named'
    | 'gift_cards'
    | 'low_coverage'
    | 'left_cut_over_half'
    | 'left_cut'
    | 'walk_in'
    | 'stand_ins'
    | 'phone_prefix'
    | 'destroyed_ids'
    | 'numbers_recur'
    | 'days_as_orders'
    | 'customer_taken'
    | 'clock_behind'
    | 'stray_orders'
    | 'occasions'
    | 'silent_days'
    | 'old_file'
    | 'short_history'
    | 'large_customer'
    | 'small_cohorts'
    | 'types_hidden'
    | 'merged'
    | 'shared_identifiers'
    | 'other_currency'
    | 'at_rates'
    | 'zone_of_offsets'
    | 'utc_times'
    | 'months_only'
    | 'year_of_dates'
    | 'week_start'
    | 'fiscal_year'
    | 'day_ends'
    | 'day_ends_unused'
    | 'thai_years'
    | 'refunds_outside'
    | 'refunds_in_full'
    | 'refunds_excess'
    | 'refund_pro_rata'
    | 'stacked'
    | 'import_changes'
    | 'joined'
    | 'refunds_joined'
    | 'returns_joined'
    | 'left_out'
    | 'product_names_absent'
    | 'check_failed'
    | 'broken_rows'
    | 'unsolved_formulas'
    | 'hidden_rows'
    | 'months_turned'
    | 'visits_filled'
    | 'mostly_aside'
    | 'assumed';
  values: Record<string, string | number>;
  /** Of `assumed`: what was not asked; `values.answer` is the value that holds. */
  question?: OpenQuestion;
}

/** One step of the bridge before it has its words. */
export interface BridgeFact {
  id: string;
  /** 'level': what there is; 'minus': what was taken away to reach the next level; 'plus': what was added, below 0 where it was given back. */
  kind: 'level' | 'minus' | 'plus';
  /** The rule or reason that the step is about. */
  about: string | null;
  rows: number | null;
  orders: number | null;
  sales: number | null;
  sql: string;
}

/** The import report as counted, without the sentences. */
export type CountedReport = Omit<
  ImportReport,
  'findings' | 'bridge' | 'rows_set_aside' | 'rules' | 'files' | 'attributes'
> & {
  facts: Fact[];
  steps: BridgeFact[];
  set_aside: { rule: string; rows: number }[];
  rule_counts: { rule: string; action: 'drop' | 'keep' | 'refund'; rows: number }[];
  left_cut: { until: string | null; customers: number; days: number };
};
