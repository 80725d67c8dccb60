import { describe, expect, test } from 'vitest';
import type { ParamSpec } from '../../../src/analyses/define';
import type { ResultTable } from '../../../src/domain/table';
import type { AnalysisParams } from '../../../src/engine/call-contract';
import { KeptAnswers, neighbours } from '../../../src/state/kept-answers';
import { LastAsked } from '../../../src/state/last-asked';

const never = new AbortController().signal;
const answer = (name: string) => ({ rows: [{ name }] }) as unknown as ResultTable;

/** Something that answers when it is told to. */
function later<T>() {
  let tell: (value: T) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const promise = new Promise<T>((resolve, reject) => {
    tell = resolve;
    fail = reject;
  });
  return { promise, tell, fail };
}

describe('answers that were given', () => {
  test('are given again for the same question, in whatever order its parameters stand', async () => {
    const asked: AnalysisParams[] = [];
    const kept = new KeptAnswers(
      (_signal, _id, params) => Promise.resolve((asked.push(params), answer(String(params.grain)))),
      () => 'tables',
    );
    const first = await kept.of(never, 'growth', { grain: 'month', as_of: null });
    expect(await kept.of(never, 'growth', { as_of: null, grain: 'month' })).toBe(first);
    await kept.of(never, 'growth', { grain: 'year', as_of: null });
    expect(asked).toHaveLength(2);
  });

  test('of tables that have been replaced meanwhile are not kept', async () => {
    let tables = 'old';
    const slow = later<ResultTable>();
    const answers = [slow.promise, Promise.resolve(answer('new'))];
    const kept = new KeptAnswers(
      () => answers.shift()!,
      () => tables,
    );
    const old = kept.of(never, 'growth', {});
    tables = 'new';
    kept.forget();
    slow.tell(answer('old'));
    await old;
    expect((await kept.of(never, 'growth', {})).rows).toEqual([{ name: 'new' }]);
  });
});

test('what is worked out ahead is what the page then asks, with filters and a type of customer too', async () => {
  const specs = [
    { name: 'grain', kind: 'choice', options: ['month', 'quarter'], default: 'month' },
  ] as unknown as ParamSpec[];
  // As the page says it: a null is the project's own, which the engine turns into a type and a day.
  const asked = {
    grain: 'month',
    customer_type: null,
    as_of: null,
    customers_who: '{"country":["Germany"]}',
  };
  let times = 0;
  const kept = new KeptAnswers(
    () => Promise.resolve(answer(String(++times))),
    () => 'tables',
  );
  await kept.of(never, 'growth', asked);
  for (const next of neighbours(asked, specs)) await kept.of(never, 'growth', next);
  const before = times;
  await kept.of(never, 'growth', { ...asked, grain: 'quarter' });
  expect(times).toBe(before);
});

describe('of several questions only the last is answered', () => {
  test('an answer that comes after that of a later question is nobody’s', async () => {
    const [slow, fast] = [later<string>(), later<string>()];
    const last = new LastAsked();
    const seen: string[] = [];
    const note = async (work: Promise<string>) => {
      const ended = await last.run(() => work);
      if (ended.isLast) seen.push(ended.value);
    };
    const both = [note(slow.promise), note(fast.promise)];
    fast.tell('new');
    slow.tell('old');
    await Promise.all(both);
    expect(seen).toEqual(['new']);
  });

  test('nor is a failure of what was given up; the last one’s own is', async () => {
    const [first, second] = [later<string>(), later<string>()];
    const last = new LastAsked();
    const signals: AbortSignal[] = [];
    const ask = (work: Promise<string>) => last.run((signal) => (signals.push(signal), work));
    const [one, two] = [ask(first.promise), ask(second.promise)];
    expect(signals.map((signal) => signal.aborted)).toEqual([true, false]);
    first.fail(new Error('given up'));
    second.fail(new Error('broken'));
    expect(await one).toEqual({ isLast: false });
    await expect(two).rejects.toThrow('broken');
  });
});
