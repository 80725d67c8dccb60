import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { BEHAVIOUR } from '../../src/sample/behaviour';
import { RandomStream } from '../../src/sample/random';
import { sampleShop } from '../../src/sample/shop';
import { betaVariate, exponential, gammaVariate, naturalLog } from '../../src/sample/variates';

const textOf = (options = {}) => [...sampleShop(options).chunks()].join('');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
/** Memory in use after everything unused has been given back. */
function heldMegabytes(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

const PINNED = '062b1174bb6df0d8249a46735354dd02f123b4a1e884c3d77eab63e1c9ae16d6';

describe('the generator', () => {
  it('gives the same bytes for the same seed, on every machine', () => {
    const text = textOf();
    expect(sha256(text)).toBe(PINNED);
    expect(textOf({ seed: 7, lines: 40_000 })).toBe(text);
  });

  it('uses nothing whose last digit differs between engines, no clock and no chance', () => {
    const folder = new URL('../../src/sample/', import.meta.url);
    const sources = readdirSync(folder).map((name) =>
      readFileSync(new URL(name, folder), 'utf8').replace(/\/\*[^]*?\*\//g, ''),
    );
    expect(sources.length).toBeGreaterThan(8);
    const used = new Set(
      sources.flatMap((source) => source.match(/Math\.\w+|Date\b|Intl\b|\*\*|toLocale\w+/g) ?? []),
    );
    for (const allowed of ['Math.floor', 'Math.imul', 'Math.min', 'Math.max', 'Math.round'])
      used.delete(allowed);
    expect([...used]).toEqual([]);
  });

  it('gives another shop for another seed', () => {
    expect(sha256(textOf({ seed: 8 }))).not.toBe(PINNED);
  });

  it('does not change the past when the history goes on for a year', () => {
    const short = textOf({ lines: 5_000 });
    const long = textOf({ lines: 5_000, lastYear: 2025 });
    expect(long.startsWith(short)).toBe(true);
    expect(long.length).toBeGreaterThan(short.length * 1.2);
  });

  it('knows the truth before and after the file is read', () => {
    const fresh = sampleShop({ lines: 3_000 });
    const truth = fresh.truth();
    expect([...fresh.chunks()].join('').split('\n').length - 2).toBe(truth.rows);
    expect(fresh.truth()).toEqual(truth);
  });

  it('streams a million lines in small pieces and bounded memory', () => {
    const shop = sampleShop({ lines: 1_000_000 });
    let bytes = 0;
    let largest = 0;
    let pieces = 0;
    let peak = 0;
    // What files before this one left behind is given back in two goes: what has a finalizer only in the second.
    heldMegabytes();
    const before = heldMegabytes();
    for (const chunk of shop.chunks()) {
      bytes += chunk.length;
      largest = Math.max(largest, chunk.length);
      if (pieces++ % 40 === 0) peak = Math.max(peak, heldMegabytes() - before);
    }
    const { rows } = shop.truth();
    expect(rows).toBeGreaterThan(970_000);
    expect(rows).toBeLessThan(1_030_000);
    expect(bytes / rows).toBeGreaterThan(118);
    expect(bytes / rows).toBeLessThan(131);
    expect(largest).toBeLessThan(1_000_000);
    // The text is some 120 MB; what is held between two pieces is the customers, 30 bytes each, and one piece.
    expect(pieces).toBeGreaterThan(300);
    expect(peak).toBeGreaterThan(3);
    expect(peak).toBeLessThan(20);
  });

  it('draws gammas and betas with the moments they should have', () => {
    const random = new RandomStream(3).start(1, 2, 3);
    const mean = (draw: () => number) =>
      Array.from({ length: 40_000 }, draw).reduce((a, b) => a + b, 0) / 40_000;
    const { shape } = BEHAVIOUR.rate;
    expect(mean(() => gammaVariate(random, shape))).toBeCloseTo(shape, 1);
    expect(mean(() => (gammaVariate(random, shape) - shape) ** 2)).toBeCloseTo(shape, 1);
    for (const { a, b } of Object.values(BEHAVIOUR.dropout)) {
      expect(mean(() => betaVariate(random, a, b))).toBeCloseTo(a / (a + b), 2);
    }
  });

  it('computes logarithms and exponentials from the four operations, as exact as doubles are', () => {
    for (const value of [1e-9, 0.01, 0.5, 0.75, 1, 1.5, 2, 3.7, 1000, 123456.789]) {
      expect(Math.abs(naturalLog(value) - Math.log(value))).toBeLessThan(
        1e-14 * Math.max(1, Math.abs(Math.log(value))),
      );
      expect(Math.abs(exponential(naturalLog(value)) / value - 1)).toBeLessThan(1e-14);
    }
  });
});
