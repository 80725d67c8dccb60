import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectedWhileAlive } from '../../src/models/beta-dropout-forecast';
import { groupHistories } from '../../src/models/histories';
import { paretoNbd } from '../../src/models/pareto-nbd';
import { betaQuantile, betaShare } from '../../src/models/special/beta';
import { digamma, logBeta, logGamma, trigamma } from '../../src/models/special/gamma';
import { positiveHypergeometric } from '../../src/models/special/hypergeometric';
import { integrate } from '../../src/models/special/quadrature';

/** Values by mpmath to 30 digits and more, from the definitions (high-precision.py). */
const known = JSON.parse(readFileSync(new URL('high-precision.json', import.meta.url), 'utf8')) as Record<
  'gamma' | 'beta' | 'hyper' | 'pareto' | 'expected',
  number[][]
>;

/** The largest difference, relative where values are above 1. */
const off = (found: number, wanted: number) => Math.abs(found - wanted) / Math.max(1, Math.abs(wanted));

describe('special functions are right to the last digits', () => {
  it.each(known.gamma)('lnΓ, ψ and ψ′ at %d', (x, ln, first, second) => {
    expect(off(logGamma(x!), ln!)).toBeLessThan(1e-13);
    expect(off(digamma(x!), first!)).toBeLessThan(1e-13);
    expect(off(trigamma(x!), second!)).toBeLessThan(1e-13);
  });

  it('the beta function and its share below x, and the way back', () => {
    expect(logBeta(2, 3)).toBeCloseTo(Math.log(1 / 12), 14);
    expect(betaShare(0.5, 2, 3)).toBeCloseTo(0.6875, 14);
    expect([betaShare(0, 2, 3), betaShare(1, 2, 3)]).toEqual([0, 1]);
    for (const [x, a, b, share] of known.beta) {
      expect(off(betaShare(x!, a!, b!), share!), `${x} ${a} ${b}`).toBeLessThan(1e-11);
      if (share! > 1e-3 && share! < 0.999)
        expect(off(betaShare(betaQuantile(share!, a!, b!), a!, b!), share!)).toBeLessThan(1e-9);
    }
  });

  it('2F1(1, e; c; z) and its derivatives, close to z = 1 and with hundreds of purchases too', () => {
    const out = new Float64Array(4);
    for (const [e, c, z, ...wanted] of known.hyper) {
      positiveHypergeometric(e!, c!, z!, out);
      wanted.forEach((value, i) =>
        expect(Math.abs(out[i]! - value) / Math.abs(value), `${e} ${c} ${z} part ${i}`).toBeLessThan(
          i === 0 ? 1e-12 : 1e-9,
        ),
      );
    }
  });

  it('integrates polynomials exactly, and in panels', () => {
    expect(integrate((x) => x ** 7, 0, 2)).toBeCloseTo(32, 11);
    expect(integrate(Math.exp, -1, 1, 20, 3)).toBeCloseTo(Math.E - 1 / Math.E, 13);
  });
});

describe('the likelihood of Pareto/NBD agrees with its textbook form in 60 digits', () => {
  it.each(known.pareto)(
    'r %d, alpha %d, s %d, beta %d, x %d, t_x %d, T %d',
    (r, alpha, s, beta, x, tx, T, ll, alive) => {
      const theta = Float64Array.of(r!, alpha!, s!, beta!);
      const histories = groupHistories([{ frequency: x!, recency: tx!, age: T! }]);
      const found = paretoNbd.likelihood(histories).evaluate(theta, new Float64Array(4));
      expect(off(found, ll!)).toBeLessThan(1e-11);
      expect(off(paretoNbd.pAlive(theta, { frequency: x!, recency: tx!, age: T! }), alive!)).toBeLessThan(
        1e-10,
      );
    },
  );
});

describe('expected purchases under BG/NBD and MBG/NBD agree with the integral over the chance to leave', () => {
  it('in 60 cases, at a = 1 and a + b = 1 too', () => {
    for (const [r, alpha, a, b, chances, x, T, t, wanted] of known.expected) {
      const found = expectedWhileAlive([r!, alpha!, a!, b!], chances as 0 | 1, x!, T!, t!);
      expect(off(found, wanted!), `${r} ${alpha} ${a} ${b} ${chances} ${x} ${T} ${t}`).toBeLessThan(1e-9);
    }
  });
});
