import type { Histories } from './histories';
import { cholesky, times } from './optimise/matrix';
import type { Fit } from './optimise/fit';
import type { Likelihood, Scale } from './optimise/likelihood';
import type { PurchaseModel } from './purchase-model';
import { Random } from './random';

export interface Replicate {
  done: number;
  total: number;
  /** The parameters of this replicate; null where it had no maximum. */
  parameters: Float64Array | null;
}

/**
 * Refits to customers drawn anew: each history counts a Poisson number of times instead of once, which needs no customer to be
 * moved. One replicate a step, so that whoever asks can show progress and stop between two.
 */
export function* bootstrap(
  model: PurchaseModel,
  histories: Histories,
  fit: Fit,
  { replicates = 200, seed = 1 }: { replicates?: number; seed?: number } = {},
): Generator<Replicate, void, undefined> {
  const random = new Random(seed);
  for (let done = 1; done <= replicates; done++) {
    const customers = histories.customers.map((w) => random.poisson(w));
    const refit = model.fit({ ...histories, customers }, fit.parameters);
    yield { done, total: replicates, parameters: refit.ok ? refit.value.parameters : null };
  }
}

/** Parameters as they may be, drawn from the fit's robust covariance: normal in ln θ where θ is above 0. */
export function drawParameters(
  fit: Pick<Fit, 'parameters' | 'covariance'>,
  count: number,
  seed = 1,
  scales?: Likelihood['scales'],
): Float64Array[] {
  const size = fit.parameters.length;
  const lower = cholesky(fit.covariance, size);
  if (!lower) return [];
  const random = new Random(seed);
  const scaleAt = (i: number): Scale => scales?.[i] ?? 'log';
  return Array.from({ length: count }, () => {
    const moved = times(
      lower,
      Float64Array.from({ length: size }, () => random.normal()),
      size,
    );
    return fit.parameters.map((value, i) =>
      scaleAt(i) === 'log' ? value * Math.exp(moved[i]!) : value + moved[i]!,
    );
  });
}

/** The value below which `share` of them lie, between two neighbours in proportion. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const at = share * (sorted.length - 1);
  const low = Math.floor(at);
  const next = sorted[Math.min(low + 1, sorted.length - 1)]!;
  return sorted[low]! + (at - low) * (next - sorted[low]!);
}
