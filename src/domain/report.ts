import type { FileAttribute } from './attributes';
import type { Choices, Field } from './choices';
import type { TableRole } from './tables';

/** What became of a file: the public shape of `window.regulars.report()`. Money in the currency's units; null where the file names no amounts. */
export interface ImportReport {
  /** Every table of every file; two of one file share its bytes and its hash. */
  files: ReportFile[];
  rows_read: number;
  rows_used: number;
  rows_set_aside: { rule: string; reason: string; rows: number }[];
  mapping: Partial<Record<Field, string>>;
  choices: Choices;
  /** Valid orders. */
  all: { orders: number; sales: number | null };
  /** Net in all: sales of every order that was not cancelled, less all refunds. Every page's net is this or says what is outside. */
  net: number | null;
  identified: {
    customers: number;
    orders: number;
    sales: number | null;
    refunds: number | null;
    net: number | null;
  };
  anonymous: { orders: number; sales: number | null };
  /** Shares 0..1; null when there are no orders. */
  identity_coverage: { orders: number | null; net: number | null };
  currency: string | null;
  /** Where the file has several currencies: each with its rows, and the rate at which they are counted, if any. */
  currencies: { currency: string; rows: number; rate: number | null }[];
  /** First and last day of a valid order, 'YYYY-MM-DD'. */
  from: string | null;
  to: string | null;
  as_of: string | null;
  /** The columns that customers and orders can be told apart by, in the order of the file. */
  attributes: FileAttribute[];
  /** Known customers of each type, and the one that analyses count unless asked; null for everybody. */
  customer_types: { final: number; dealer: number; staff: number; shown: 'final' | null };
  bridge: BridgeStep[];
  findings: Finding[];
  /** Every cleaning rule with what it touched, whether or not it changed anything. */
  rules: RuleCount[];
}

export interface ReportFile {
  name: string;
  bytes: number;
  sha256: string;
  rows: number;
  sheet: string | null;
  member: string | null;
  role: TableRole;
}

export interface BridgeStep {
  step: string;
  /** 'level': what there is; 'minus': what was taken away to reach the next level; 'plus': what was added, below 0 where it was given back. */
  kind: 'level' | 'minus' | 'plus';
  rows: number | null;
  orders: number | null;
  sales: number | null;
  sql: string;
}

export interface Finding {
  id: string;
  sentence: string;
}

export interface RuleCount {
  rule: string;
  sentence: string;
  action: 'drop' | 'keep' | 'refund';
  allowed: ('drop' | 'keep' | 'refund')[];
  rows: number;
}
