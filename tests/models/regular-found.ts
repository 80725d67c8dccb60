import { expect } from 'vitest';
import { fitRegular } from '../../src/models/bg-cnbd';
import type { Histories } from '../../src/models/histories';
import { overPhases, type PurchaseModel } from '../../src/models/purchase-model';
import { remembered } from '../../src/models/remembered';
import { regularShop, type RegularTruth } from './regular-shop';

const HORIZON = 180;

/** What the model at the truth expects of all customers together, each (frequency, age, phase) once. */
function expectedOfAll(model: PurchaseModel, { theta }: RegularTruth, histories: Histories): number {
  const known = remembered((x, age, phase) => model.expectedAlive(theta, x, age, HORIZON, phase));
  return histories.frequency.reduce((sum, frequency, i) => {
    const history = { frequency, recency: histories.recency[i]!, age: histories.age[i]! };
    const ahead = overPhases(model, theta, history, (phase) => known(frequency, history.age, phase));
    return sum + model.pAlive(theta, history) * ahead;
  }, 0);
}

/**
 * Draws customers from the truth and expects the model to find k, each parameter within three errors, and the mean number of orders that
 * then come to within `share` of it.
 */
export function drawnAndFound(
  of: (k: number) => PurchaseModel,
  truth: RegularTruth,
  people: number,
  seed: number,
  share: number,
): void {
  const { histories, later } = regularShop(truth, people, HORIZON, seed);
  const found = fitRegular(of, histories);
  if (!found.ok) expect.fail(found.error.message);
  const { k, fit } = found.value;
  expect(k).toBe(truth.k);
  fit.parameters.forEach((value, i) =>
    expect(Math.abs(value - truth.theta[i]!), fit.names[i]).toBeLessThan(3 * fit.errors[i]!),
  );
  const came = later.reduce((sum, orders) => sum + orders, 0);
  expect(Math.abs(expectedOfAll(of(truth.k), truth, histories) / came - 1)).toBeLessThan(share);
}
