import type { ModelSaid } from '../../models/problems';

export type HiddenReason =
  'few-customers' | 'few-returned' | 'short-span' | 'no-fit' | 'no-test' | 'few-in-test' | 'total-off';

/** The shifted-beta-geometric model, or that with a share of customers who never come back. */
export type ModelName = 'sbg' | 'sbg-never';

/** What the model said of ages that it had not seen, beside what then happened. Customers who came back in that time. */
export interface TestReport {
  /** Last day that the model knew, and last day of the test: 'YYYY-MM-DD'. */
  from: string;
  until: string;
  /** How many ages ahead the test looked, at most. */
  steps: number;
  /** Customers who had not come back when it began. */
  waiting: number;
  said: number;
  happened: number;
  /** (said − happened) / happened; null where nobody came back. */
  total_error: number | null;
  /** By ages ahead: 1 is the age right after those the model knew. */
  by_step: { step: number; said: number; happened: number }[];
}

/** One fit: of all start periods, or of those of one month (quarter) of the year. */
export interface ModelReport {
  season: number | null;
  model: ModelName;
  /** Who had not ordered again when the period they started in was over. */
  customers: number;
  /** Alpha and beta; `never` is the share of customers who never come back, 0..1. */
  parameters: { alpha: number; beta: number; never?: number };
  log_likelihood: number;
  /** Robust standard errors. */
  errors: { alpha: number; beta: number; never?: number };
}

/** `provenance.fit` of the analysis `cohort-projection`. */
export interface ProjectionReport {
  asked_model: string;
  /** Starts of the same month (quarter) of the year have a model of their own. */
  is_seasonal: boolean;
  /** Of the groups that are learned from. */
  groups: number;
  customers: number;
  returned: number;
  /** Customers who may be older than the file: neither learned from nor projected. */
  left_cut_customers: number;
  test: TestReport | null;
  /** What the test was off by beyond what chance explains: a share of what is expected of so many ages. */
  model_error: { share: number; steps: number } | null;
  /** The first is that of all start periods together. */
  models: ModelReport[];
  /** Of all groups, as far ahead as the test looked; the band holds in eight cases of ten. */
  total: { steps: number; waiting: number; expected: number; low: number; high: number } | null;
  /** Why nothing is shown, with the figures of the sentence; null where it is. */
  hidden: { reason: HiddenReason; figures: Record<string, number | string>; problem?: ModelSaid } | null;
}
