import type { Nothing, Said } from './said';

/** What a value has to be. */
export type Expected =
  | 'text'
  | 'list'
  | 'object'
  | 'above-zero'
  | 'whole-from-zero'
  | 'header'
  | 'encoding'
  | 'year'
  | 'zone'
  | 'day'
  | 'currency';

/** What a value has to be that is not repeated to whoever gave it. */
export type Needed =
  | 'flag'
  | 'window'
  | 'orders-that'
  | 'days-or-period'
  | 'attribute'
  | 'product-names'
  | 'no-circles'
  | 'counted-currency';

/** What is wrong with a choice or a parameter: the end of "The choice tax …". `given` is its value as JSON. */
export interface WrongValues {
  'not-one-of': { given: string; options: string[] };
  'not-expected': { given: string; expected: Expected };
  'unknown-key': { known: string[] };
  'unknown-name': { known: string[] };
  'out-of-range': { whole: boolean; minimum: number; maximum: number };
  needed: { needed: Needed };
  /** `says` is how the analysis itself names what it takes. */
  'not-as-said': { given: string; says: string };
  'customers-who': { statuses: string[]; groups: string[] };
  /** A parameter of the groups that are asked for. */
  'groups-not-found': { name: string; wrong: Said<WrongValues> };
  'rate-not-above-zero': { currency: string };
  'rate-too-fine': { currency: string; most: number };
  'rate-not-one': { currency: string };
}
export type WrongValue = Said<WrongValues>;

/** A choice or a parameter that cannot be. */
export interface ValueProblems {
  'wrong-parameter': { name: string; wrong: WrongValue };
  'wrong-choice': { name: string; wrong: WrongValue };
  'choices-not-an-object': Nothing;
  'attribute-of-no-column': { header: string; columns: string[] };
  'named-twice': { parameter: string; attribute: string };
  'no-column': { position: number };
  'no-bridge-step': { step: number };
}
