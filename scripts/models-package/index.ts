/** What the package offers by its own name; every module can be imported by its path too. */
export { backtest, expectedRepeats, type Backtest } from '../../src/models/backtest';
export { bgBbAlive, bgBbExpected, bgBbResidual, fitBgBb, type Opportunities } from '../../src/models/bg-bb';
export { bgNbd, mbgNbd } from '../../src/models/bg-nbd';
export {
  expectedSpend,
  fitGammaGamma,
  spendingCorrelation,
  type Spending,
} from '../../src/models/gamma-gamma';
export { checkHistories, groupHistories, type Histories } from '../../src/models/histories';
export { holm } from '../../src/models/many-at-once';
export { fitNbd } from '../../src/models/nbd';
export type { Fit, FitProblem } from '../../src/models/optimise/fit';
export { discountedResidual, paretoNbd } from '../../src/models/pareto-nbd';
export {
  expectedOf,
  type History,
  type Parameters,
  type PurchaseModel,
} from '../../src/models/purchase-model';
export {
  fitSbg,
  renewalsOf,
  sbgResidual,
  sbgSurvival,
  type Renewals,
} from '../../src/models/shifted-beta-geometric';
export {
  kaplanMeier,
  logRank,
  quantileTime,
  survivalAt,
  type SurvivalPoint,
  type Wait,
} from '../../src/models/survival';
export { wilson } from '../../src/models/wilson';
export type { Outcome } from '../../src/domain/outcome';
