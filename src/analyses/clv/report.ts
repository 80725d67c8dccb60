import type { Backtest } from '../../models/backtest';
import type { ModelSaid } from '../../models/problems';

export type ModelId = 'mbg-nbd' | 'pareto-nbd' | 'bg-nbd' | 'mbg-cnbd-k' | 'bg-cnbd-k';
export type Figures = Record<string, number>;

/** What was fitted and what came of it. Lengths of time among the parameters are in `unit`. */
export interface FittedModel {
  model: ModelId;
  parameters: Figures;
  log_likelihood: number;
  /** Robust (sandwich) standard errors. */
  errors: Figures;
  /** Standard errors if the model were exactly right. */
  hessian_errors: Figures;
  aic: number;
  bic: number;
}

/** A guess that needs no model: everybody the same, nobody, each as often as before; or only who comes first, by the last order. */
export interface RivalReport {
  rival: 'alike' | 'nobody' | 'own-rate' | 'recency';
  /** Null where the rival says nothing of how many. */
  expected: number | null;
  total_error: number | null;
  mean_absolute_error: number | null;
  root_mean_square_error: number | null;
  /** Mean Poisson deviance; null too where it said "never" of somebody who came. */
  deviance: number | null;
  /** Share of the tenth of customers who really came most that its own best tenth holds. */
  best_tenth: number | null;
}

/** The last quarter of the time, predicted from what came before. */
export interface BacktestReport extends Backtest {
  from: string;
  to: string;
  days: number;
  root_mean_square_error: number;
  /** Mean Poisson deviance. */
  deviance: number | null;
  best_tenth: number | null;
  /** Orders: what the model itself would have given as a range of 95 %, its own error on the inner split included. Null for those not taken. */
  range: { low: number; high: number } | null;
  /** The same customers and days by guesses that need no model. */
  rivals: RivalReport[];
  expected_value: number | null;
  actual_value: number;
}

export interface CandidateReport {
  model: ModelId;
  /** Null where it could not be fitted; then `problem` says why. */
  fit: FittedModel | null;
  backtest: BacktestReport | null;
  problem: string | null;
}

/** What all customers together are expected to bring within so many days; the truth lies in the band in eight cases of ten. */
export interface TotalReport {
  days: number;
  orders: number;
  value: number;
  low: number;
  high: number;
  /** What parameters and model may be off by, one standard error as a share: it moves all customers together. */
  common_error: number;
}

export interface SpendReport {
  /** gamma-gamma, or average where repeat buyers are too few or spend more the more often they buy. */
  model: 'gamma-gamma' | 'average';
  parameters: Figures | null;
  log_likelihood: number | null;
  errors: Figures | null;
  /** Of frequency and mean spend; above 0.3 the model is not used. */
  correlation: number;
  /** Repeat buyers whose mean is not above 0: left out. */
  left_out: number;
  average: number;
}

export type HiddenReason =
  | 'few-customers'
  | 'few-repeaters'
  | 'short-span'
  | 'no-fit'
  | 'no-backtest'
  | 'total-off'
  | 'outside-range'
  | 'no-better';

/** What today's customers would bring in as long a time if those of each age went on as others of that age did in these days. */
export interface RunRateReport {
  from: string;
  to: string;
  days: number;
  customers: number;
  /** Net, without margin and discount. */
  value: number;
}

/** How the model was chosen: by a test that ended before the one reported, or by likelihood where that one is too thin. */
export interface ChoiceReport {
  by: 'asked' | 'inner-test' | 'likelihood';
  from: string;
  to: string;
  /** Of those that were tried: what they missed on it, smaller is better. Null where likelihood decided. */
  tried: { model: ModelId; missed: number | null }[];
}

/** Customers by how often they have come back, 7 being 7 times and more: as they are, and as the model expects. */
export interface RepeatReport {
  frequency: number;
  customers: number;
  expected: number;
}

/** What refits to customers drawn anew say: parameters alone, without chance and without the model's own error. */
export interface RefitReport {
  replicates: number;
  /** Refits without a maximum: left out. */
  failed: number;
  days: number;
  /** Standard deviations of the parameters. */
  errors: Figures | null;
  /** 80 % bands: the mean chance to be still there, and the money of `days` without discount and margin. */
  p_alive: { low: number; high: number } | null;
  value: { low: number; high: number } | null;
}

/** `provenance.fit` of the analysis `clv`. */
export interface ClvReport {
  model: ModelId | null;
  asked_model: string;
  unit: 'days' | 'weeks';
  calibration_end: string;
  starts_on: string;
  customers: number;
  repeaters: number;
  left_cut_customers: number;
  parameters: Figures | null;
  log_likelihood: number | null;
  errors: Figures | null;
  hessian_errors: Figures | null;
  spend: SpendReport | null;
  backtest: BacktestReport | null;
  candidates: CandidateReport[];
  /** Null where nothing was fitted. */
  choice: ChoiceReport | null;
  /** Stages of a gap between orders, by likelihood: 1 is buying at random, the more the more like clockwork. */
  regularity: { k: number } | null;
  run_rate: RunRateReport | null;
  /** How fast each month of the year goes, January first; null below two whole years before the test. */
  season: readonly number[] | null;
  /** What the test was off by beyond what chance explains: a share of what was expected of `days`. */
  model_error: { share: number; days: number } | null;
  totals: TotalReport[];
  /** The same for each of the next twelve months, from now to its end; empty where nothing is said of the time to come. */
  months: TotalReport[];
  repeats: RepeatReport[];
  /** Null where no refits were asked for. */
  refits: RefitReport | null;
  /** Why numbers of single customers are not shown, with the figures of the sentence; null where they are. */
  hidden: { reason: HiddenReason; figures: Record<string, number | string>; problem?: ModelSaid } | null;
  /** Repeats of all customers by week since starts_on: counted, and newcomers of the week. */
  weeks: { repeats: number; newcomers: number }[];
}
