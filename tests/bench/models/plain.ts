import type { Histories } from '../../../src/models/histories';
import { medianAge } from '../../../src/models/histories';
import { maximise } from '../../../src/models/optimise/maximise';
import { logGamma } from '../../../src/models/special/gamma';

/**
 * The plain way, for a ratio in the same run: one row a customer, the textbook likelihood with its gamma functions in the loop, the
 * gradient by differences. The same search and the same start; no errors are computed.
 */
type LogLikelihood = (theta: readonly number[], x: number, tx: number, T: number) => number;

const bg: LogLikelihood = ([r, alpha, a, b], x, tx, T) => {
  const stays = logGamma(a! + b!) + logGamma(b! + x) - logGamma(b!) - logGamma(a! + b! + x);
  const pace = logGamma(r! + x) - logGamma(r!) + r! * Math.log(alpha!);
  const now = -(r! + x) * Math.log(alpha! + T);
  if (x === 0) return stays + pace + now;
  const then = Math.log(a! / (b! + x - 1)) - (r! + x) * Math.log(alpha! + tx);
  const top = Math.max(now, then);
  return stays + pace + top + Math.log(Math.exp(now - top) + Math.exp(then - top));
};

function hypergeometric(a: number, b: number, c: number, z: number): number {
  let [term, sum] = [1, 1];
  for (let n = 0; n < 10_000 && Math.abs(term) > 1e-15 * Math.abs(sum); n++) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
  }
  return sum;
}

const pareto: LogLikelihood = ([r, alpha, s, beta], x, tx, T) => {
  const all = r! + s! + x;
  const far = Math.max(alpha!, beta!);
  const other = alpha! >= beta! ? s! + 1 : r! + x;
  const away = (t: number) =>
    Math.log(hypergeometric(all, other, all + 1, Math.abs(alpha! - beta!) / (far + t))) -
    all * Math.log(far + t);
  const pace = logGamma(r! + x) - logGamma(r!) + r! * Math.log(alpha!) + s! * Math.log(beta!);
  const here = -(r! + x) * Math.log(alpha! + T) - s! * Math.log(beta! + T);
  const then = away(tx);
  const gone = Math.log(s! / all) + then + Math.log1p(-Math.min(Math.exp(away(T) - then), 1 - 1e-16));
  const top = Math.max(here, gone);
  return pace + top + Math.log(Math.exp(here - top) + Math.exp(gone - top));
};

/** The log-likelihood that the plain way ends at. */
export function plainFit(
  id: 'bg-nbd' | 'pareto-nbd',
  { frequency, recency, age, customers }: Histories,
): number {
  const each = Array.from(frequency).flatMap((_, i) => Array.from({ length: customers[i]! }, () => i));
  const [x, tx, T] = [frequency, recency, age].map((values) =>
    Float64Array.from(each, (i) => values[i]!),
  ) as [Float64Array, Float64Array, Float64Array];
  const logLikelihood = id === 'bg-nbd' ? bg : pareto;
  const mean = (u: ArrayLike<number>) => {
    const theta = Array.from(u, Math.exp);
    let sum = 0;
    for (let i = 0; i < x.length; i++) sum += logLikelihood(theta, x[i]!, tx[i]!, T[i]!);
    return sum / x.length;
  };
  const unit = medianAge({ frequency, recency, age, customers });
  const start = id === 'bg-nbd' ? [1, unit / 3, 1, 2] : [1, unit / 3, 1, unit / 3];
  const found = maximise(
    (u, gradient) => {
      for (let i = 0; i < u.length; i++) {
        const moved = (by: number) => mean(u.map((value, j) => (j === i ? value + by : value)));
        gradient[i] = (moved(1e-5) - moved(-1e-5)) / 2e-5;
      }
      return mean(u);
    },
    start.map(Math.log),
    { tolerance: 1e-6 },
  );
  return found.value * x.length;
}
