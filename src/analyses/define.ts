import type { AttributeLevel } from '../domain/attribute-level';
import type { Column, ResultTable, Row } from '../domain/table';
import type { NetOf } from '../domain/net';
import type { Choices } from '../domain/choices';

/** What a parameter may be; `null` as default means "not set". */
export type ParamSpec =
  | { name: string; kind: 'choice'; options: readonly string[]; default: string }
  | { name: string; kind: 'attribute'; default: null }
  | { name: string; kind: 'date'; default: null }
  /** With `nullable`, null is a value of its own ("no limit") and not "as it is by default". */
  | {
      name: string;
      kind: 'integer';
      minimum: number;
      maximum: number;
      default: number | null;
      nullable?: true;
    }
  | { name: string; kind: 'choice_or_null'; options: readonly string[]; default: null }
  | { name: string; kind: 'flag'; default: boolean }
  /** A number between two others, such as a share 0..1. */
  | { name: string; kind: 'number'; minimum: number; maximum: number; default: number | null }
  /** `{months: n}` or `{days: n}`, or the same as text: '12 months'. SQL gets the text. */
  | { name: string; kind: 'window'; default: string | null }
  /**
   * A text of one form, such as the cuts '1,2,4,7'; `says` describes it where another one is refused. One that is `kept` stays with
   * the project once a person has chosen it.
   */
  | { name: string; kind: 'pattern'; pattern: string; says: string; default: string | null; kept?: true }
  /** Values of first-order attributes, status, tenure, RFM group: `{country: ['Germany'], status: ['lapsed']}`. SQL gets tables of these customers alone. */
  | { name: string; kind: 'customers_who'; default: null }
  /** Days and values of orders: `{from: '2024-01-01', channel: ['Web'], first_order: 'inside'}`. SQL gets tables of these orders alone. */
  | { name: string; kind: 'orders_that'; default: null }
  /** A number of days, or 'period': the calendar period itself. SQL gets text. */
  | { name: string; kind: 'days_or_period'; default: number | 'period' };

/**
 * What the file must have before an analysis can say anything, or what is built before it is asked. `first_orders`: what first orders were like is read, whether or not an
 * attribute is named; `products`: what was bought is; `costs`: what goods cost is. No file is refused for want of `first_orders` or `costs`.
 */
export type Need = 'customers' | 'orders' | 'amounts' | 'first_orders' | 'products' | 'costs';

/** The places of the app that hold questions, in the order of the rail. */
export const PLACES = ['home', 'back', 'losing', 'value', 'products', 'customers'] as const;
export type Place = (typeof PLACES)[number];

/** Where a question is found: a tab of a place. Its address is `#/<place>/<tab>`; `order` is its rank among the tabs of the place. */
export interface Tab {
  place: Place;
  tab: string;
  order: number;
}

/**
 * Of whom shares are taken where a filter on orders leaves first days as they are. `beginners`: everybody who began then; `first_counted`: customers
 * whose first order of all is one that counts; `buyers`: customers with an order that counts. `scored`: customers are scored among all of them.
 */
export type SharesOf = 'beginners' | 'first_counted' | 'buyers' | 'scored';

/** A small answer on Home: `Tile.svelte` in the analysis's folder draws it. */
export interface TileOf {
  /** Among the figures, across the page, a third of its width, or among what is worth knowing. */
  room: 'figures' | 'wide' | 'third' | 'notes';
  /** Its place in the room. */
  order: number;
  /** What is asked for it where that is not the usual; `days` is what the file spans. */
  params?: (days: number) => Readonly<Record<string, string>>;
  /** Which of several tiles of one analysis it is. */
  part?: string;
  /** Takes long: asked for when all other tiles are there. */
  isSlow?: true;
}

/** One question: its SQL, its parameters and what each column of the answer means. */
export interface Analysis {
  /** The name of its folder. Its title and question stand in the catalogue: `i18n/<language>/analyses/<id>.ts`. */
  id: string;
  /** The first is its own address; others are further doors to the same question. */
  tabs: readonly [Tab, ...Tab[]];
  tiles?: readonly TileOf[];
  needs: readonly Need[];
  params: readonly ParamSpec[];
  columns: readonly (Column & { means: string })[];
  /** Empty in the page, which runs none: every answer brings the text that it was made by. */
  sql: string;
  /** Where rows compete: fills `p_value`, `p_adjusted` and `is_beyond_chance`, which the SQL leaves null. From `shape.ts`. */
  judge?: (rows: readonly Row[]) => void;
  /** What its shares, sums per customer or scores divide by: the page says so under a filter. */
  shares_of?: (params: Readonly<Record<string, unknown>>) => SharesOf;
  /** What it says of days and not of orders in a period: it counts from the beginning whatever the period. */
  ignores_from?: true;
  /** Its repeats are orders or days of purchase, as the project says: where the two differ by a point, the page gives both. */
  counts_occasions?: true;
  /** Where its rows add up to a net: the page shows what lies between that and the net of all. */
  net?: NetOf;
  /** Where the answer needs a fit: `fit.ts` in the same folder does it, in the model worker. */
  fit?: FitOf;
  /** The analysis whose fit has to be made first, with the same parameters: this one reads the table that it keeps. */
  after?: string;
}

/** An analysis whose SQL reads what a fit has left: rows → fit → tables → the answer. */
export interface FitOf {
  /** Text with the analysis's own parameters: the rows that are fitted to. */
  sql: string;
  /** Tables of the warehouse that the fit fills anew, and that `Analysis.sql` reads. */
  tables: readonly string[];
  /** Table that keeps the answer, for the user's own SQL, for segments and lists. */
  keep: string;
}

/** Columns by name: numbers as they are, dates as milliseconds, texts and flags as lists. */
export type FitColumns = Readonly<Record<string, ArrayLike<number | string | boolean | null>>>;

export interface Fitted {
  /** The tables of `FitOf.tables`, column by column. */
  tables: Record<string, Record<string, ArrayLike<number | string | null>>>;
  /** Plain JSON for the answer's `provenance.fit`. */
  report: object;
}

/** Default export of `fit.ts`: pure but for `step`, which tells the share that is done and lets a stop come through. */
export type FitTask = (
  columns: FitColumns,
  params: Readonly<Record<string, unknown>>,
  step: (share: number) => Promise<void>,
) => Promise<Fitted>;

/** What the answer of an analysis with `judge` says of each row, beside the counts that it was judged by. */
export const JUDGED: readonly (Column & { means: string })[] = [
  {
    name: 'compared',
    type: 'number',
    unit: 'count',
    means:
      'Rows that compete with this one, itself included, shown or not; null where it has too few to compete',
  },
  {
    name: 'p_value',
    type: 'number',
    unit: 'rate',
    means: 'How often chance alone would set this row as far apart, 0..1',
  },
  {
    name: 'p_adjusted',
    type: 'number',
    unit: 'rate',
    means: 'The same after Holm’s correction for all that were compared',
  },
  {
    name: 'is_beyond_chance',
    type: 'boolean',
    unit: 'flag',
    means: 'Whether p_adjusted is at most 0.05',
  },
];

export const defineAnalysis = (analysis: Analysis): Analysis => analysis;

/** Parameters that every analysis has; they override the project's settings for one call. */
export const SHARED_PARAMS: readonly ParamSpec[] = [
  { name: 'as_of', kind: 'date', default: null },
  { name: 'from', kind: 'date', default: null },
  { name: 'to', kind: 'date', default: null },
  {
    name: 'customer_type',
    kind: 'choice_or_null',
    options: ['final', 'dealer', 'staff', 'all'],
    default: null,
  },
  { name: 'customers_who', kind: 'customers_who', default: null },
  { name: 'orders_that', kind: 'orders_that', default: null },
  {
    name: 'refunds',
    kind: 'choice',
    options: ['original_order', 'refund_date', 'none'],
    default: 'original_order',
  },
  {
    name: 'history',
    kind: 'choice_or_null',
    options: ['unknown', 'complete'] satisfies NonNullable<Choices['history']>[],
    default: null,
  },
];

export const GRAINS = ['day', 'week', 'month', 'quarter', 'year'] as const;

/** What the page hands to the view of an analysis. */
export interface AnalysisViewProps {
  /** The last answer; null until the first is there. The old one stays while a new one is on its way. */
  result: ResultTable | null;
  pending: boolean;
  params: Readonly<Record<string, unknown>>;
  onparams: (changed: Record<string, string | number | boolean | null>) => void;
  /** Ways in which cohorts of this file can be split. */
  attributes: readonly { attribute: string; level: AttributeLevel; values: number; customers: number }[];
  currency: string | null;
  as_of: string | null;
  /** A person wants another question asked with some of the same parameters. */
  ongo: (id: string, params: Readonly<Record<string, string>>) => void;
  /** The address of another question, by its id, or of a page such as `data`. */
  hrefOf: (id: string) => string;
  /** A person wants to see who is behind a cell. */
  onpick: (picked: { cohort: string; age: number; segment: string | null }) => void;
}

/** What Home hands to the tile of an analysis. */
export interface TileProps {
  result: ResultTable;
  part: string;
  currency: string | null;
  /** The address of the page of an analysis, under the scope on screen. */
  hrefOf: (id: string) => string;
  customerHref: (key: string) => string;
}
