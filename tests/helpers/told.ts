import type { Evidence } from '../../src/domain/said/evidence';
import type { Fault } from '../../src/domain/said/problems';
import type { Outcome } from '../../src/domain/outcome';
import type { EngineApi, UntoldApi } from '../../src/engine/contract';
import { EngineFault } from '../../src/engine/errors';
import { answerTold, errorTold } from '../../src/engine/told';
import { problemOf } from '../../src/i18n/say';
import { words } from '../../src/i18n/words';
import { written } from '../../src/i18n/written';

const told = (error: unknown): unknown => (error instanceof EngineFault ? errorTold(error.fields) : error);

/** What runs on the workers' side of the wall, with its failures in the words of the page. */
export function inWords<T>(run: () => T): T {
  try {
    const answer = run();
    if (!(answer instanceof Promise)) return answer;
    return answer.catch((error: unknown) => Promise.reject(told(error))) as T;
  } catch (error) {
    throw told(error);
  }
}

/** The engine as the page's client hands it over. */
export const toldApi = (api: UntoldApi): EngineApi =>
  Object.fromEntries(
    Object.keys(api).map((name) => {
      const method = name as keyof EngineApi;
      const ask = api[method] as (...args: unknown[]) => Promise<unknown>;
      return [method, (...args: unknown[]) => inWords(async () => answerTold(method, await ask(...args)))];
    }),
  ) as unknown as EngineApi;

/** An outcome with its failure in words. */
export const outcomeTold = <T>(outcome: Outcome<T, Fault>): Outcome<T> =>
  outcome.ok ? outcome : { ok: false, error: problemOf(outcome.error) };

export const evidenceTold = (evidence: readonly Evidence[]): string =>
  evidence.map((one) => written(words.evidence, one)).join(' ');
