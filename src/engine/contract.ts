import type { AttributeLevel } from '../domain/attribute-level';
import type { Choices } from '../domain/choices';
import type { ColumnProfile } from '../domain/column-profile';
import type { ToldProposal } from '../domain/mapping';
import type { CountedReport } from '../domain/facts';
import type { Forgotten, Sifted } from '../domain/forgotten';
import type { ImportReport } from '../domain/report';
import type { Column, Provenance } from '../domain/table';
import type { AnalysisParams, WireAnswer } from './call-contract';
import type { Look } from './look-contract';
import type { FitTables } from './model-contract';
import type { SourceTable } from './source-contract';

/** What an answer is cut to. */
export interface AnswerLimits {
  /** Rows that were asked for; one more than these says that there are more. */
  rows: number;
  /** Columns that there are, where they are not all shown. */
  columns: number | null;
  /** Characters of a text; one more is sent where there are more. */
  characters: number;
}

/** Bytes of an Arrow IPC stream and what its columns mean; decoded on the page by `engine/decode.ts`. */
export interface WireTable {
  ipc: Uint8Array;
  columns: Column[] | null;
  sql: string;
  provenance: Provenance;
  /** What the answer to a person's own text is cut to. */
  limits?: AnswerLimits;
  /** Whether rows were left out because all together are too large. */
  isTooLarge?: boolean;
}

/** The report as the engine counts it; the sentences are made where the words are. */
export type BuiltReport = CountedReport &
  Pick<ImportReport, 'files' | 'attributes'> & { provenance: Provenance };

/** An attribute of first orders that cohorts can be split by. */
export interface Attribute {
  attribute: string;
  /** At what a first order has one value: of a line it can have several. */
  level: AttributeLevel;
  values: number;
  customers: number;
  /** The values with most customers, most first; at most 200. */
  top: string[];
}

/** What the files of an import hold, in words: what the mapping page shows. */
export interface Inspection extends Omit<Look, 'proposal' | 'evidence'> {
  proposal: ToldProposal;
  evidence: string[];
}

/** What a scope leaves: customers with an order, and orders, those of unknown buyers too. */
export interface ScopeSize {
  customers: number;
  orders: number;
}

export interface Progress {
  stage: 'starting' | 'decoding' | 'reading' | 'looking' | 'building' | 'checking' | 'asking' | 'fitting';
  /** 0..1, or null where it cannot be known. */
  share: number | null;
  done: number | null;
  total: number | null;
  unit: 'bytes' | 'rows' | 'steps' | null;
}

export type RowsOf =
  | { kind: 'set_aside'; rule: string }
  | { kind: 'bridge'; step: number }
  /** Orders behind the last complete day. */
  | { kind: 'stray_orders' }
  /** Figures that version 1 of the definitions read otherwise, from what to what. */
  | { kind: 'earlier_readings' }
  | { kind: 'merges' }
  | { kind: 'shared_identifiers' }
  /** Which name of the file means which product; groups of products that may be one. */
  | { kind: 'product_names' }
  | { kind: 'product_suggestions' }
  /** How every customer can be reached, and whether they may be. */
  | { kind: 'contacts' }
  /** A part of a customer's page; `customer_type` is whom they are scored among, null for everybody. `forecast` reads what the last fit left. */
  | {
      kind: 'customer';
      part: 'figures' | 'timeline' | 'products' | 'scores' | 'tier' | 'forecast';
      customer: string;
      customer_type?: string | null;
      /** Cuts and groups of the scores, lines of the tiers; as usual where not said. */
      params?: AnalysisParams;
    }
  | {
      kind: 'customers_of_cell';
      cohort: string;
      age: number;
      /** Value of the `segment_by` of the params that the cell is about; null for everybody. */
      segment?: string | null;
      params: AnalysisParams;
    };

/** Which wall stands: told to the page that explains the promise. */
export interface SealState {
  duckdb_locked: boolean;
  network_apis_removed: boolean;
  /** The page's policy reaches into the worker: a probe to a reserved name was refused by it. */
  policy_reaches_worker: boolean;
}

/**
 * The wall between the screen and the engine: all that the screen can ask. There is no `query(sql)`.
 * Each long call takes an AbortSignal first; aborting rejects with code `cancelled` within a second.
 * Failures are `EngineError`s (engine/errors.ts).
 */
export interface EngineApi {
  /** Take a small invented shop the whole way, while nothing is open, and forget it: code that ran once is compiled. */
  rehearse(signal: AbortSignal): Promise<void>;
  /**
   * Read the tables of one import into memory as text, join them and look at what came of it. What was open before stays
   * until `build` succeeds.
   */
  inspect(signal: AbortSignal, tables: readonly SourceTable[], choices: Choices): Promise<Inspection>;
  /** What the files last inspected mean under other choices; reads nothing again. */
  propose(signal: AbortSignal, choices: Choices): Promise<Inspection>;
  /** Forget the files last inspected where no tables were built from it; what was built before is open again. */
  dismiss(signal: AbortSignal): Promise<void>;
  /**
   * Build the tables of the files last inspected beside those in use, so that `build` with equal choices has them at once; what they
   * come to, or null where no files wait.
   */
  prepare(signal: AbortSignal, choices: Choices): Promise<BuiltReport | null>;
  /** What one column holds, over all rows of the files last inspected, else of those in use. */
  profile(signal: AbortSignal, position: number): Promise<ColumnProfile>;
  /** Build orders, order lines and customers from the files last inspected. Replaces the tables only on success. */
  build(signal: AbortSignal, choices: Choices): Promise<BuiltReport>;
  /** How many customers of the files last prepared, or of those in use, are on the list. */
  forgottenIn(signal: AbortSignal, list: Forgotten): Promise<number>;
  /**
   * The tables of these files without one customer, or without those on the list where `who` is null; the hashes and keys of whoever is gone.
   * Changes nothing of what is open.
   */
  withoutCustomers(
    signal: AbortSignal,
    tables: readonly SourceTable[],
    who: string | null,
    list: Forgotten,
  ): Promise<Sifted>;
  runAnalysis(signal: AbortSignal, id: string, params: AnalysisParams): Promise<WireTable>;
  /** The rows that the fit of an analysis is made to; its checked parameters stand in the provenance. */
  fitInput(signal: AbortSignal, id: string, params: AnalysisParams): Promise<WireTable>;
  /** Fill the tables that the SQL of an analysis reads with what came of its fit, and keep its answer as a table. */
  keepFitted(signal: AbortSignal, id: string, params: AnalysisParams, tables: FitTables): Promise<void>;
  /** A user's own text, read-only: one prepared `select * from (…) limit n`. */
  runUserQuery(signal: AbortSignal, text: string, limit: number): Promise<WireTable>;
  /** The rows behind a figure: set-aside rows, a step of the bridge, the customers of a cell. */
  rowsOf(signal: AbortSignal, what: RowsOf, limit: number): Promise<WireTable>;
  /** Tables and columns with their descriptions, for the schema panel. */
  schema(signal: AbortSignal): Promise<WireTable>;
  /**
   * The values of an attribute that hold a text, whatever its capitals and accents; those that most valid orders, or first orders, have come
   * first; at most 200.
   */
  attributeValues(
    signal: AbortSignal,
    of: 'orders' | 'first_orders',
    attribute: string,
    text: string,
  ): Promise<string[]>;
  /** How many customers and orders there are under the parameters that all analyses share. */
  scopeSize(signal: AbortSignal, params: AnalysisParams): Promise<ScopeSize>;
  /** The attributes that first orders of this file have. */
  attributes(signal: AbortSignal): Promise<Attribute[]>;
  /** Forget all data. */
  close(signal: AbortSignal): Promise<void>;
  seal(signal: AbortSignal): Promise<SealState>;
  version(signal: AbortSignal): Promise<string>;
}

/** What the engine itself answers: it knows no language. `told.ts` makes an EngineApi of it. */
export interface UntoldApi extends Omit<EngineApi, 'inspect' | 'propose'> {
  inspect(signal: AbortSignal, tables: readonly SourceTable[], choices: Choices): Promise<Look>;
  propose(signal: AbortSignal, choices: Choices): Promise<Look>;
}

/** The same api as posted messages: a job number stands for the AbortSignal. */
export interface WireEngine {
  call(job: number, method: keyof EngineApi, args: unknown[]): Promise<WireAnswer>;
  cancel(job: number): void;
}

/** What the worker is told at its start. */
export interface EngineStart {
  appVersion: string;
}
