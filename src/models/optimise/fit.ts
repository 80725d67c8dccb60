import { fail, ok, type Outcome } from '../../domain/outcome';
import type { Likelihood } from './likelihood';
import { eigenvalues, inverseOfPositive, product, times, type Matrix } from './matrix';
import { curvature, largest, maximise, type Maximum, type Objective } from './maximise';
import { problem, type ModelProblem } from '../problems';

export interface Fit {
  names: readonly string[];
  /** The parameters, as `names` has them, in the unit of time of the data. */
  parameters: Float64Array;
  log_likelihood: number;
  customers: number;
  /** Standard errors of the parameters: robust ones (sandwich), which hold where the model is only nearly right. */
  errors: Float64Array;
  /** Standard errors as they would be if the model were exactly right. */
  hessian_errors: Float64Array;
  /** Robust covariance in the space that is searched: of ln θ where θ is above 0. Bands and draws come from it. */
  covariance: Matrix;
  /** The largest derivative of the mean log-likelihood that was left, in that space. */
  gradient: number;
  /** Of the curvature: how much better the best known direction is known than the worst. */
  condition: number;
  evaluations: number;
  aic: number;
  bic: number;
}

/** Why there is no fit, and the best that was found on the way. */
export type FitProblem = ModelProblem & {
  best?: { parameters: Float64Array; log_likelihood: number };
};

export interface FitOptions {
  /** Where to begin, θ. Several are tried in turn until one ends in a maximum. */
  starts: readonly (readonly number[])[];
  /** What makes a parameter's size meaningful: ln(θ / unit) beyond ±12 is no estimate. 1 where not given. */
  units?: readonly number[];
  /** The same likelihood of a part of the data, to find the neighbourhood with. */
  pilot?: Likelihood | null;
}

/** Where the search hands over to Newton's steps; of the derivatives of the mean log-likelihood. */
const HANDOVER = 1e-7;
const LOOSE = 1e-6;
/** What a maximum may leave of them. */
const CLOSE = 1e-6;
/** A longer way of Newton's steps than this makes the curvature be taken anew. */
const FAR = 1e-6;
const WORST_CONDITION = 1e8;
const FARTHEST = 12;

/**
 * The parameters that make the data most likely, with their errors: a quasi-Newton search over ln θ, then Newton's steps with
 * the curvature itself. What comes out is judged: a flat or endless likelihood is `not-identified`, never a number.
 */
export function fitLikelihood(likelihood: Likelihood, options: FitOptions): Outcome<Fit, FitProblem> {
  let best: Outcome<Fit, FitProblem> | null = null;
  for (const start of options.starts) {
    const found = fitFrom(likelihood, start, options);
    if (found.ok) return found;
    const isBetter = (found.error.best?.log_likelihood ?? -Infinity) > (bestOf(best) ?? -Infinity);
    if (!best || isBetter) best = found;
  }
  return best ?? fail(problem('no-start', {}));
}

const bestOf = (found: Outcome<Fit, FitProblem> | null) =>
  found?.ok === false ? found.error.best?.log_likelihood : undefined;

/** The mean log-likelihood over the space that is searched. */
export function objectiveOf({ scales, customers, evaluate }: Likelihood): Objective {
  const size = scales.length;
  const theta = new Float64Array(size);
  return (u, gradient) => {
    for (let i = 0; i < size; i++) theta[i] = scales[i] === 'log' ? Math.exp(u[i]!) : u[i]!;
    if (
      theta.some(
        (value, i) => !(scales[i] === 'plain' ? Number.isFinite(value) : value > 0 && value < Infinity),
      )
    )
      return -Infinity;
    const value = evaluate(theta, gradient);
    for (let i = 0; i < size; i++) gradient[i]! *= (scales[i] === 'log' ? theta[i]! : 1) / customers;
    return Number.isNaN(value) || gradient.some(Number.isNaN) ? -Infinity : value / customers;
  };
}

function fitFrom(
  likelihood: Likelihood,
  start: readonly number[],
  options: FitOptions,
): Outcome<Fit, FitProblem> {
  const { scales, customers, names } = likelihood;
  const objective = objectiveOf(likelihood);
  const size = scales.length;
  let from: Pick<Maximum, 'u'> & { inverse?: Matrix } = {
    u: Float64Array.from(start, (value, i) => (scales[i] === 'log' ? Math.log(value) : value)),
  };
  if (options.pilot) {
    const pilot = objectiveOf(options.pilot);
    const near = maximise(pilot, from.u, { tolerance: LOOSE });
    const inverse = inverseOfPositive(curvature(pilot, near.u), size);
    if (inverse && Number.isFinite(near.value)) from = { u: near.u, inverse };
  }
  const found = maximise(objective, from.u, {
    tolerance: HANDOVER,
    ...(from.inverse ? { inverse: from.inverse } : {}),
  });
  if (!Number.isFinite(found.value)) return fail(problem('no-likelihood', {}));
  const { minus, evaluations } = polish(objective, found);
  const parameters = found.u.map((value, i) => (scales[i] === 'log' ? Math.exp(value) : value));
  const best = { parameters, log_likelihood: found.value * customers };
  const gradient = largest(found.gradient);
  const eigen = eigenvalues(minus, size);
  const condition = eigen[size - 1]! / eigen[0]!;
  const inverse = inverseOfPositive(minus, size);
  const unit = (i: number) => options.units?.[i] ?? 1;
  const runaway = names.find(
    (_, i) => scales[i] === 'log' && Math.abs(found.u[i]! - Math.log(unit(i))) > FARTHEST,
  );
  if (runaway !== undefined) return fail({ ...problem('runs-away', { parameter: runaway }), best });
  if (!inverse || !(condition < WORST_CONDITION)) return fail({ ...problem('equally-well', {}), best });
  if (!(gradient < CLOSE)) return fail({ ...problem('no-end', {}), best });
  // The objective is a mean: its curvature times the number of customers is that of the likelihood.
  const own = inverse.map((value) => value / customers);
  const scatter = likelihood.scatter(parameters);
  const scaled = scatter.map((value, at) => value * scaleAt(at % size) * scaleAt(Math.floor(at / size)));
  const covariance = product(product(own, scaled, size), own, size);
  function scaleAt(i: number) {
    return scales[i] === 'log' ? parameters[i]! : 1;
  }
  const errorsOf = (matrix: Matrix) =>
    parameters.map((_, i) => scaleAt(i) * Math.sqrt(matrix[i * size + i]!));
  const log_likelihood = best.log_likelihood;
  return ok({
    names,
    parameters,
    log_likelihood,
    customers,
    errors: errorsOf(covariance),
    hessian_errors: errorsOf(own),
    covariance,
    gradient,
    condition,
    evaluations: found.evaluations + evaluations,
    aic: 2 * size - 2 * log_likelihood,
    bic: size * Math.log(customers) - 2 * log_likelihood,
  });
}

/** Newton's steps with the curvature at the start of them; `found` is moved. Gives −H. */
function polish(objective: Objective, found: Maximum): { minus: Matrix; evaluations: number } {
  const size = found.u.length;
  const start = found.u;
  const minus = curvature(objective, found.u);
  let evaluations = 2 * size;
  const inverse = inverseOfPositive(minus, size);
  for (let step = 0; inverse && step < 3 && largest(found.gradient) > 1e-11; step++) {
    const move = times(inverse, found.gradient, size);
    if (largest(move) > 0.5) break;
    const next = found.u.map((value, i) => value + move[i]!);
    const gradient = new Float64Array(size);
    const value = objective(next, gradient);
    evaluations++;
    if (!(largest(gradient) < largest(found.gradient))) break;
    Object.assign(found, { u: next, gradient, value });
  }
  if (largest(found.u.map((value, i) => value - start[i]!)) <= FAR) return { minus, evaluations };
  return { minus: curvature(objective, found.u), evaluations: evaluations + 2 * size };
}
