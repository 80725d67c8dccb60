import { describe, it } from 'vitest';
import { bgCnbd, mbgCnbd } from '../../src/models/bg-cnbd';
import { drawnAndFound } from '../models/regular-found';

/** `models/regular.test.ts` at 8,000 customers is the short form. */
describe.each([
  ['MBG/CNBD-k', 1, mbgCnbd],
  ['BG/CNBD-k', 0, bgCnbd],
] as const)('%s against 100,000 customers drawn one by one', (_, chances, of) => {
  it.each([1, 2, 3])('k = %i: parameters within three errors, what is to come within a hundredth', (k) => {
    drawnAndFound(of, { k, theta: [0.9, 30 / k, 0.9, 2.5], chances }, 100_000, 40 + k, 0.01);
  });
});
