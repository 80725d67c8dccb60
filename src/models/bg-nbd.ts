import { aliveShare, expectedWhileAlive, occasionChances, staysAlive } from './beta-dropout-forecast';
import { betaDropoutLikelihood } from './beta-dropout-likelihood';
import { fitPurchases } from './fit-purchases';
import { MEMORYLESS, type PurchaseModel } from './purchase-model';

/** One model of the two: whether a customer can leave right after the first purchase decides which. */
function betaDropout(id: string, chances: 0 | 1): PurchaseModel {
  const model: PurchaseModel = {
    id,
    names: ['r', 'alpha', 'a', 'b'],
    ...MEMORYLESS,
    likelihood: (histories) => betaDropoutLikelihood(histories, chances),
    fit: (histories, warmStart) =>
      fitPurchases(histories, { likelihood: model.likelihood, starts: STARTS, times: [1] }, warmStart),
    pAlive: (theta, history) => aliveShare(theta, chances, history),
    pAliveOf: (theta, { frequency, recency, age }) =>
      Float64Array.from(frequency, (x, i) =>
        aliveShare(theta, chances, { frequency: x, recency: recency[i]!, age: age[i]! }),
      ),
    expectedAlive: (theta, frequency, age, horizon) =>
      expectedWhileAlive(theta, chances, frequency, age, horizon),
    expectedNew: (theta, horizon) =>
      aliveShare(theta, chances, { frequency: 0, recency: 0, age: 0 }) *
      expectedWhileAlive(theta, chances, 0, 0, horizon),
    chancesNew: ([r, alpha, a, b], horizon, most) =>
      occasionChances([r!, alpha!, a!, b!], chances, horizon, most),
    // Whoever is alive now has just passed a chance to leave: the next comes with the next purchase.
    chancesAlive: ([r, alpha, a, b], frequency, age, horizon, most) =>
      occasionChances([r! + frequency, alpha! + age, a!, b! + frequency + chances], 0, horizon, most),
    staysAlive: (theta, frequency, age, further) => staysAlive(theta, chances, frequency, age, further),
  };
  return model;
}

const STARTS = [
  [1, 1 / 3, 1, 2],
  [0.3, 0.1, 0.5, 2],
  [2, 1, 2, 2],
];

/**
 * BG/NBD: customers buy at a pace of their own, λ ~ gamma(r, alpha), and after every repeat purchase leave for good with a
 * chance of their own, p ~ beta(a, b). Parameters (r, alpha, a, b); alpha in the unit of time of the data.
 *
 * Fader, Hardie and Lee 2005, "Counting your customers" the easy way. Its known defect: who has bought once cannot have
 * left, P(alive) is 1 for them for ever.
 * @example bgNbd.pAlive([0.243, 4.414, 0.793, 2.426], { frequency: 2, recency: 30.43, age: 38.86 }) → 0.72657857
 */
export const bgNbd = betaDropout('bg-nbd', 0);

/**
 * MBG/NBD: BG/NBD in which a customer can leave right after the first purchase too. Batislam, Denizel and Filiztekin 2007.
 * Parameters (r, alpha, a, b).
 */
export const mbgNbd = betaDropout('mbg-nbd', 1);
