import type { Field } from '../choices';
import type { Nothing, Said } from './said';

/** What the counts of a column add to its name. */
export interface Counts {
  dates: Nothing;
  'dates-two-ways': Nothing;
  'nearly-unique': Nothing;
  repeats: { different: number; is_estimate: boolean; rows: number };
  shares: Nothing;
  numbers: Nothing;
  different: { different: number; is_estimate: boolean };
}

/** Why a column is read as a field. */
export interface Reasons {
  chosen: Nothing;
  profile: { profile: string };
  named: { field: Field; how: 'whole' | 'part'; counts: Said<Counts> };
  'only-dates': Nothing;
  'only-addresses': Nothing;
  'only-decimals': Nothing;
  'word-of-amount': Nothing;
  'only-total': Nothing;
  'price-of-row': Nothing;
  'names-repeat': Nothing;
  'word-of-buyer': Nothing;
  'only-column-left': Nothing;
  'first-of-nameless': Nothing;
  'headings-above': Nothing;
}
export type Reason = Said<Reasons>;
