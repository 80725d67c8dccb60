import { describe, expect, test } from 'vitest';
import { lintAnalysis, lintColumnComments, lintWarehouse } from '../../scripts/sql-lint.mjs';

const good = `-- Who came back?
-- Grain: one row per cohort and age.
-- retention_rate: share of the cohort, 0..1.
with params as (
  select $grain::varchar as grain, $as_of::date as as_of
),
sizes as (
  select cohort, count(*) as customers, 'SELECT * FROM "x" -- $not' as note
  from orders, params
  group by cohort
)
select cohort, customers, customers * 1.0 / sum(customers) over () as retention_rate
from sizes
order by cohort
`;

const rules = (text: string) => [...new Set(lintAnalysis(text).map((one) => one.rule))];

describe('an analysis', () => {
  test('written by the rules has no problem, whatever stands in its texts and comments', () => {
    expect(lintAnalysis(good)).toEqual([]);
  });

  const bad: [string, string, string][] = [
    ['a keyword in capitals', good.replace('group by', 'GROUP BY'), 'lower-case'],
    ['a keyword with a capital', good.replace('order by cohort', 'Order by cohort'), 'lower-case'],
    ['no header', good.replace(/^--.*\n/gm, ''), 'header'],
    [
      'a header below the text',
      good.replace(/^(--.*\n)+/, 'with a as (select 1) -- Who? one row per x 0..1\n'),
      'header',
    ],
    ['a header without a question', good.replace('?', '.'), 'header'],
    ['a header without a grain', good.replace('one row per', 'rows by'), 'header'],
    ['a rate without a unit', good.replace('0..1', 'a share'), 'header'],
    [
      'select * at the end',
      good.replace(/select cohort, customers, .*retention_rate/, 'select *'),
      'select-star',
    ],
    [
      'select s.* at the end',
      good.replace(/select cohort, customers, .*retention_rate/, 'select cohort, sizes.*'),
      'select-star',
    ],
    ['no order by', good.replace('order by cohort\n', ''), 'order-by'],
    [
      'an order by that only a window has',
      good.replace('order by cohort\n', '').replace('over ()', 'over (order by cohort)'),
      'order-by',
    ],
    ['a parameter outside params', good.replace('from sizes', 'from sizes where cohort > $as_of'), 'params'],
    ['a parameter without params', '-- Who? one row per x\nselect $a as a from t order by a', 'params'],
    ['121 lines', `${good}${'\n'.repeat(106)}-- end`, 'lines'],
    ['a line of 111 columns', `${good}-- ${'ổ'.repeat(108)}\n`, 'width'],
  ];
  test.each(bad)('%s is a problem', (_claim, text, rule) => {
    expect(rules(text)).toEqual([rule]);
  });

  test('120 lines of 110 columns are none, counted in characters', () => {
    expect(lintAnalysis(`${good}${'\n'.repeat(105)}-- ${'ổ'.repeat(107)}`)).toEqual([]);
  });

  test('the budget of lines warns, everything else fails', () => {
    expect(lintAnalysis(`${good}${'\n'.repeat(106)}-- end`)).toMatchObject([{ warning: true }]);
    expect(lintAnalysis(`${good}-- ${'a'.repeat(108)}`)).not.toMatchObject([{ warning: true }]);
    expect(lintAnalysis(good.replace('order by cohort\n', ''))).not.toMatchObject([{ warning: true }]);
  });

  test('a multiplication and count(*) are no star', () => {
    expect(rules(good.replace('customers * 1.0', 'customers * count(*)'))).toEqual([]);
  });

  test('a problem says its line', () => {
    expect(lintAnalysis(good.replace('order by cohort', 'ORDER by cohort'))).toMatchObject([{ line: 14 }]);
  });
});

describe('a warehouse file', () => {
  test('needs a header and lower case', () => {
    expect(lintWarehouse('-- Orders, one row each.\ncreate table orders as select 1 as order_id;')).toEqual(
      [],
    );
    expect(lintWarehouse('create table t (a int);').map((one) => one.rule)).toEqual(['header']);
    expect(lintWarehouse('-- It.\nCREATE table t (a int);').map((one) => one.rule)).toEqual(['lower-case']);
  });
});

describe('the columns of a mart', () => {
  const mart = (text: string): [string, string] => ['src/warehouse/marts/orders.sql', text];
  const comments = (...columns: string[]) =>
    columns.map((column) => `comment on column orders.${column} is 'It''s it; really.';`).join('\n');
  const messages = (...files: [string, string][]) => lintColumnComments(files).map((one) => one.message);

  const ways: [string, string][] = [
    [
      'create table with types',
      'create table orders (order_id varchar not null, net decimal(18, 2), primary key (order_id));',
    ],
    [
      'create or replace table as',
      'create or replace table orders as with a as (select 1 as x) select a.order_id, sum(a.b) as net from a;',
    ],
    [
      'create view as',
      'create or replace view orders as select order_id, cast(net as double) as net from raw;',
    ],
    ['a qualified name', 'create table if not exists main.orders as (select order_id, net from raw);'],
    [
      'a union',
      'create table orders as select 1 as order_id, 2 as net union all select order_id, net from more;',
    ],
    [
      'a column added later',
      'create table orders (order_id varchar); alter table orders add column net double;',
    ],
  ];
  test.each(ways)('%s: a column without a comment is named', (_way, text) => {
    expect(messages(mart(`${text}\n${comments('order_id', 'net')}`))).toEqual([]);
    expect(messages(mart(`${text}\n${comments('order_id')}`))).toEqual([
      'orders.net has no comment on column',
    ]);
  });

  test('a step that nobody is shown needs no comments', () => {
    expect(messages(mart('create table gathered_orders as select a.*, 1 from a;'))).toEqual([]);
  });

  test('the comment may stand in another file', () => {
    expect(
      messages(mart('create table orders (order_id int);'), [
        'src/warehouse/comments.sql',
        comments('order_id'),
      ]),
    ).toEqual([]);
  });

  test('an empty comment is none', () => {
    expect(
      messages(mart("create table orders (net int); comment on column orders.net is ' ';")),
    ).toHaveLength(1);
  });

  test('a comment on a column that is gone is named', () => {
    expect(messages(mart(`create table orders (net int);\n${comments('net', 'gross')}`))).toEqual([
      'orders has no column gross',
    ]);
  });

  test('a star hides columns and is a problem', () => {
    expect(messages(mart('create table orders as select * from raw;'))).toHaveLength(1);
  });
});
