import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bind, parameterNames } from '../../../workers/engine/sql/bind';
import { literal, quoteName, quoteText } from '../../../workers/engine/sql/quote';
import { nativeDuckDB, type NativeDuckDB } from '../../helpers/native';

let db: NativeDuckDB;
beforeAll(async () => {
  db = await nativeDuckDB();
});
afterAll(() => db.close());

describe('binding', () => {
  it('finds names outside of comments, quoted texts and quoted names, each once', () => {
    const sql = `select $grain, '$not', "a $no b", 'it''s $no' -- and not $this
      , $as_of, $grain -- nor 'that $one`;
    expect(parameterNames(sql)).toEqual(['grain', 'as_of']);
  });

  it('leaves what stands in quotes and comments as it was', () => {
    const sql = `select $a as "$a", '$a' /* kept */ -- $a`;
    expect(bind(sql, { a: 1 })).toBe(`select 1 as "$a", '$a' /* kept */ -- $a`);
  });

  it('puts a value in as it is, whatever a replacement pattern would make of it', () => {
    expect(bind('select $a', { a: "$& $1 $' $$" })).toBe("select '$& $1 $'' $$'");
  });

  it('does not read a bound value again', () => {
    expect(bind('select $a, $b', { a: '$b', b: 'x' })).toBe("select '$b', 'x'");
  });

  it('refuses a missing value and one that the text does not name', () => {
    expect(() => bind('select $a', {})).toThrow('no value for $a');
    expect(() => bind('select 1', { a: 1 })).toThrow('the text has no $a');
  });

  it('gives every text back from DuckDB as it went in', async () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.constantFrom("'", "\\'", "'; drop table x; --", '$a', '--', '\n'),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        fc.pre(!text.includes('\0'));
        const [row] = await db.rows(bind('select $a as a', { a: text }));
        expect(row?.a).toBe(text);
      }),
      { numRuns: 200, seed: 5 },
    );
  });

  it('gives every name back from DuckDB as it went in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1 }), async (name) => {
        fc.pre(!name.includes('\0'));
        const reader = await db.connection.runAndReadAll(`select 1 as ${quoteName(name)}`);
        expect(reader.columnNames()).toEqual([name]);
      }),
      { numRuns: 200, seed: 6 },
    );
  });
});

describe('literals', () => {
  it('are quoted texts, plain numbers, booleans and null', () => {
    expect(["it's", 1.5, -3, true, false, null].map(literal)).toEqual([
      ...["'it''s'", '1.5', '-3', 'true', 'false', 'null'],
    ]);
  });

  it('cannot be numbers that SQL does not have', () => {
    for (const value of [NaN, Infinity, -Infinity]) expect(() => literal(value)).toThrow(RangeError);
  });

  it('leave out the zero byte, which DuckDB takes for an end', () => {
    expect(quoteText('a\0b')).toBe("'ab'");
    expect(quoteName('a\0"b')).toBe('"a""b"');
  });
});
