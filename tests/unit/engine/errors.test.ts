import { expect, test } from 'vitest';
import { asProblem } from '../../../src/state/as-problem';
import { fault } from '../../../src/domain/said/problems';
import { EngineError, EngineFault } from '../../../src/engine/errors';
import { placeOf } from '../../../src/ui/place';
import { fieldsOf } from '../../../workers/engine/host/wire';

/** What JavaScriptCore writes on every Error, as properties of its own: where in our script it was made. */
const asInWebKit = <E extends Error>(error: E): E =>
  Object.assign(error, { line: 21, column: 52, sourceURL: 'blob:it' }) as E;
const signal = new AbortController().signal;

test('the line of our own script is never told as a line of a file', () => {
  const own = asInWebKit(new EngineError({ code: 'empty-file', message: 'empty.csv is empty.' }));
  expect(own.fields()).toEqual({ code: 'empty-file', message: 'empty.csv is empty.' });
  expect(asProblem(own)).toEqual({ code: 'empty-file', message: 'empty.csv is empty.' });
  const empty = fault('empty-file', { name: 'empty.csv', without: 'text' });
  expect(fieldsOf(asInWebKit(new EngineFault(empty)), signal)).toEqual(empty);
  const foreign = asInWebKit(new ReferenceError("Can't find variable"));
  expect(fieldsOf(foreign, signal)).toEqual(fault('engine-failed', { why: "Can't find variable" }));
  expect(asProblem(foreign)).toEqual({ code: 'failed', message: "Can't find variable" });
});

test('the place that was told of a file stands, whatever a browser writes over it', () => {
  const told = { code: 'ragged-row', message: 'It is ragged.', file: 'a.csv', line: 3, column: 'price' };
  const error = asInWebKit(new EngineError(told));
  expect(error.fields()).toEqual(told);
  expect(new EngineError(error.fields()).fields()).toEqual(told);
});

test('a place of the wrong type is shown and does not throw', () => {
  const column = 52 as unknown as string;
  expect(placeOf({ code: 'x', message: 'It failed.', column })).toBe('column 52');
});
