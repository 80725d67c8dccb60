import { expect, test } from 'vitest';
import { statementAt, statementsOf } from '../../../src/state/statements';

const at = (text: string) => {
  const place = text.indexOf('|');
  return statementAt(text.replace('|', ''), { from: place, to: place }).sql;
};

test('the statement that the caret is in or right behind is the one that runs', () => {
  expect(at('select 1|; select 2')).toBe('select 1');
  expect(at('select 1;| select 2')).toBe('select 1');
  expect(at('select 1; |select 2')).toBe('select 2');
  expect(at('select 1;\n|select 2;\nselect 3')).toBe('select 2');
  expect(at('select 1; select 2;\n\n|')).toBe('select 2');
  expect(at('select 1;\n-- the end|')).toBe('select 1');
});

test('a semicolon in a text, a name or a comment ends nothing', () => {
  const sql = `select 'a;b', "c;d", e'\\';', $x$;$x$ -- ;\n/* ; */ from t`;
  expect(statementsOf(`${sql} ; select 2`).map((one) => one.sql)).toEqual([sql, 'select 2']);
});

test('what is selected runs alone, with its place in the text', () => {
  const text = 'select 1;\nselect a from (select 2 as a)';
  const from = text.indexOf('(') + 1;
  expect(statementAt(text, { from, to: text.length - 1 })).toEqual({
    from,
    to: text.length - 1,
    sql: 'select 2 as a',
  });
});

test('of an empty text nothing is left, and what is not ended runs to the end', () => {
  expect(at('|')).toBe('');
  expect(at(' ;|')).toBe('');
  expect(at("select 'a; b|")).toBe("select 'a; b");
});
