import { expect, test } from 'vitest';
import { mendsOf } from '../../../src/state/mends';
import { nameInSql } from '../../../src/state/sql-names';

const mended = (sql: string, of: string, names: string[], position?: number): string[] =>
  mendsOf(sql, { of, names }, position).map(
    ({ from, to, instead }) => sql.slice(0, from) + instead + sql.slice(to),
  );

test('the name at the place is replaced and not one like it before, in a text or in a comment', () => {
  const sql = "select 'nam', nam -- nam\nfrom customers c where c.nam = 1";
  expect(mended(sql, 'nam', ['name'], sql.indexOf('c.nam'))).toEqual([sql.replace('c.nam', 'c.name')]);
});

test('a name is put in quotes where it needs them or had them, and its own quotes are doubled', () => {
  expect(mended('select weirdd from t', 'weirdd', ['we"ird', 'Net Sum'], 7)).toEqual([
    'select "we""ird" from t',
    'select "Net Sum" from t',
  ]);
  expect(mended('select o."Net Sun"', 'Net Sun', ['Net'], 7)).toEqual(['select o."Net"']);
  expect(nameInSql('2nd')).toBe('"2nd"');
});

test('a column of a table that the text names has its dot outside the quotes; another name has it inside', () => {
  const sql = 'select custmer_id from orders o join customers c';
  expect(mended(sql, 'custmer_id', ['o.customer_id', 'v1.0'], 7)).toEqual([
    'select o.customer_id from orders o join customers c',
    'select "v1.0" from orders o join customers c',
  ]);
});

test('where the engine names no place, the name is replaced if it stands alone once', () => {
  expect(mended('select id from a join b on a.id = b.id', 'id', ['a.id'])).toEqual([
    'select a.id from a join b on a.id = b.id',
  ]);
  expect(mended('select id, id from a', 'id', ['a.id'])).toEqual([]);
});
