import type { Nothing } from './said';

/** Of a question that the tables cannot answer; `analysis` is its id. */
export interface QuestionProblems {
  'unknown-analysis': { analysis: string; known: string[] };
  'unknown-address': { address: string; known: string[] };
  'needs-no-fit': { analysis: string };
  'needs-customers': { analysis: string };
  'needs-orders': { analysis: string };
  'needs-amounts': { analysis: string };
  'needs-products': { analysis: string };
  'learns-from-returns': { analysis: string };
  'no-such-attribute': { of: 'first-orders' | 'orders'; attribute: string; known: string[] };
  'not-splittable': {
    header: string;
    why: 'read_as' | 'date' | 'amount' | 'one_value' | 'ignored' | 'too_many' | 'hardly_repeats';
    /** The field that it is read as, where it is. */
    field: string;
    values: number;
    most: number;
    known: string[];
  };
  'no-lapse-line': {
    why: 'curve-stays-high' | 'they-came-back' | 'nobody-returns' | 'few-returned';
    /** The longest silence that is known, and the share of customers who ordered again after it. */
    days: number;
    return_rate: number;
    called_gone: number;
    came_back: number;
    on: string;
  };
}

/** A name that the engine does not know, and those of its own that are like it, without quotes. */
export interface NamedInstead {
  of: string;
  names: string[];
}

/** Of a person's own SQL. */
export interface SqlProblems {
  /** DuckDB's words. */
  'bad-sql': { why: string; instead: NamedInstead | null };
  'nul-in-sql': Nothing;
  'effects-in-sql': {
    name: string;
    effect:
      | 'hidden-sql'
      | 'sequence'
      | 'random-numbers'
      | 'log'
      | 'test-values'
      | 'large-test-values'
      | 'large-sample'
      | 'other';
  };
}

/** Of the engine itself. `why` is what the browser or DuckDB says. */
export interface HostProblems {
  cancelled: Nothing;
  'needs-choice': Nothing;
  'nothing-open': Nothing;
  'out-of-memory': Nothing;
  'engine-crashed': { why: string };
  /** Seen from the page: the engine ended, and another took its place. */
  'engine-replaced': { why: 'not-stopped' | 'by-hand' | 'error'; error: string };
  'engine-unavailable': { why: string };
  'model-failed': { why: string };
  'engine-failed': { why: string };
  'engine-not-started': { why: string };
  'engine-silent': Nothing;
}
