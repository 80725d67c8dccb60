import { expectedSpend, fitGammaGamma, spendingCorrelation } from '../../models/gamma-gamma';
import type { Fit } from '../../models/optimise/fit';
import type { Spent } from './read-columns';
import type { SpendReport } from './report';

/** A stronger link of spend and frequency than this contradicts the model. */
const MOST_CORRELATION = 0.3;
const FEWEST_REPEATERS = 30;

/** What an occasion brings, of a customer with these repeats and mean; and its square, for how far it spreads. */
export interface Spending {
  report: SpendReport;
  fit: Fit | null;
}

export function spendingOf(spend: Spent): Spending {
  const paid = [...spend.mean.keys()].filter((i) => spend.mean[i]! > 0);
  const pick = (values: Float64Array) => Float64Array.from(paid, (i) => values[i]!);
  const used = { frequency: pick(spend.frequency), mean: pick(spend.mean), customers: pick(spend.customers) };
  const all = spend.customers.reduce((sum, w) => sum + w, 0);
  const people = used.customers.reduce((sum, w) => sum + w, 0);
  const [orders, net] = spend.customers.reduce(
    ([count, sum], w, i) => [count + w * spend.frequency[i]!, sum + w * spend.frequency[i]! * spend.mean[i]!],
    [0, 0] as [number, number],
  );
  const correlation = spendingCorrelation(used);
  const average = orders > 0 ? net / orders : 0;
  const found =
    people >= FEWEST_REPEATERS && Math.abs(correlation) <= MOST_CORRELATION ? fitGammaGamma(used) : null;
  // With q at 1 or less the mean of a newcomer is not defined.
  const fit = found?.ok && found.value.parameters[1]! > 1 ? found.value : null;
  const named = (values: Float64Array) => ({ p: values[0]!, q: values[1]!, gamma: values[2]! });
  return {
    fit,
    report: {
      model: fit ? 'gamma-gamma' : 'average',
      parameters: fit && named(fit.parameters),
      log_likelihood: fit && fit.log_likelihood,
      errors: fit && named(fit.errors),
      correlation,
      left_out: all - people,
      average: fit ? expectedSpend(fit.parameters, 0, 0)! : average,
    },
  };
}

/** Sums over the customers of a group: what an occasion brings, its square, and how one occasion spreads about it. */
export interface Paid {
  mean: number;
  square: number;
  orderSquare: number;
}

/** What an occasion brings, summed over customers who share `frequency`; `means` and `squares` are sums of their own means. */
export function spendSums(
  theta: ArrayLike<number> | null,
  average: number,
  {
    frequency,
    customers,
    means,
    squares,
  }: { frequency: number; customers: number; means: number; squares: number },
): Paid {
  if (!theta)
    return {
      mean: customers * average,
      square: customers * average ** 2,
      orderSquare: 2 * customers * average ** 2,
    };
  const [p, q, gamma] = theta as unknown as [number, number, number];
  const shape = p * frequency + q;
  const scale = customers * gamma + frequency * means;
  const scaleSquares = customers * gamma ** 2 + 2 * gamma * frequency * means + frequency ** 2 * squares;
  const mean = (p * scale) / (shape - 1);
  // With a shape of 2 or less the spread of what newcomers spend has no end: it is held where it can be computed.
  const spread = Math.max(shape, 2.2);
  const square = (p ** 2 * scaleSquares) / ((spread - 1) * (spread - 2));
  return { mean, square, orderSquare: square / p };
}
