/** Our own SQL conventions (docs/adding-an-analysis.md, "SQL"), checked over src/analyses and src/warehouse. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { columnsOf, commentsOn } from './sql-columns.mjs';
import { isMain, root } from './run.mjs';
import { tokens } from './sql-tokens.mjs';

const MAX_LINES = 120;
const MAX_COLUMNS = 110;

const keywords = new Set(
  `add all alter and any as asc begin between by case cast check columns comment commit constraint create cross
  current default delete desc distinct drop else end except exclude exists extract false filter first following from
  full group having ilike in inner insert intersect interval into is join last lateral left like limit macro
  materialized not null nulls offset on or order outer over partition preceding primary qualify range recursive
  replace returning right rollup row rows select set table temp temporary then true try_cast unbounded union unique
  unnest update using values view when where window with within sum count min max avg coalesce nullif round
  date_trunc date_diff row_number rank lag lead varchar integer bigint double decimal boolean timestamp date`
    .split(/\s+/)
    .filter(Boolean),
);

/** Tables between the marts that nobody is shown: made and dropped by one build, or read by the next mart alone. */
const STEPS = new Set(['gathered_orders', 'walk_in_keys']);

const at = (token, rule, message) => ({ line: token?.line ?? 1, rule, message });

/** Comment lines before the first statement, joined. */
function headerOf(text) {
  const lines = [];
  for (const line of text.split('\n')) {
    if (!line.trim()) continue;
    if (!line.trim().startsWith('--')) break;
    lines.push(line.trim().replace(/^--\s?/, ''));
  }
  return lines.join('\n');
}

const lowerCase = (list) =>
  list
    .filter((token) => token.kind === 'word')
    .filter((token) => keywords.has(token.text.toLowerCase()) && token.text !== token.text.toLowerCase())
    .map((token) => at(token, 'lower-case', `"${token.text}" is written "${token.text.toLowerCase()}"`));

const lineBudget = (text) => {
  const lines = text.trimEnd().split('\n').length;
  return lines > MAX_LINES
    ? [{ line: lines, rule: 'lines', warning: true, message: `${lines} lines, the budget is ${MAX_LINES}` }]
    : [];
};

/** Width in characters, not bytes: a product's name or a pattern may be in any script. */
const width = (text) =>
  text
    .split('\n')
    .map((line, i) => ({ line: i + 1, columns: [...line].length }))
    .filter(({ columns }) => columns > MAX_COLUMNS)
    .map(({ line, columns }) => ({
      line,
      rule: 'width',
      message: `${columns} columns, the limit is ${MAX_COLUMNS}`,
    }));

const is = (token, text) => token?.kind === 'word' && token.text.toLowerCase() === text;

function header(text, needs) {
  const words = headerOf(text);
  const problems = needs
    .filter(([, pattern]) => !pattern.test(words))
    .map(([what]) => ({ line: 1, rule: 'header', message: `the header comment does not say ${what}` }));
  return words ? problems : [{ line: 1, rule: 'header', message: 'a comment for people has to come first' }];
}

/** `$name` may stand only inside the parentheses of `params as ( … )`. */
function parameters(list) {
  const start = list.findIndex(
    (token, i) => is(token, 'params') && is(list[i + 1], 'as') && list[i + 2]?.text === '(',
  );
  const depth = start < 0 ? 0 : list[start].depth;
  const end =
    start < 0 ? -1 : list.findIndex((token, i) => i > start && token.text === ')' && token.depth === depth);
  return list
    .filter((token, i) => token.kind === 'parameter' && !(i > start && i < end))
    .map((token) => at(token, 'params', `${token.text} stands outside the first step, params`));
}

function lastSelect(list) {
  const start = list.findLastIndex((token) => token.depth === 0 && is(token, 'select'));
  if (start < 0) return [{ line: 1, rule: 'select', message: 'there is no select' }];
  const top = list.slice(start).filter((token) => token.depth === 0);
  const stop = top.findIndex((token) => is(token, 'from'));
  const items = stop < 0 ? top : top.slice(0, stop);
  const star = items.find(
    (token, i) => token.text === '*' && /^(select|distinct|,|\.)$/i.test(items[i - 1]?.text),
  );
  const ordered = top.some((token, i) => is(token, 'order') && is(top[i + 1], 'by'));
  return [
    ...(star ? [at(star, 'select-star', 'the last select names its columns, it does not say *')] : []),
    ...(ordered ? [] : [at(top[0], 'order-by', 'the last select has no order by')]),
  ];
}

/** Problems of src/analyses/<question>/query.sql, and of the rows that a fit reads: [{ line, rule, message, warning? }]; a budget only warns. */
export function lintAnalysis(text) {
  const list = tokens(text);
  const rate = list.some((token) => token.kind === 'word' && /_rate$/.test(token.text));
  return [
    ...header(text, [
      ['the question (with a question mark)', /\?/],
      ['the grain ("one row per …")', /\bone row per\b/i],
      ...(rate ? [['the unit of its rates (0..1)', /0\.\.1/]] : []),
    ]),
    ...lowerCase(list),
    ...parameters(list),
    ...lastSelect(list),
    ...width(text),
    ...lineBudget(text),
  ];
}

/** Problems of one file of src/warehouse, without the comments on columns: those may stand in another file. */
export function lintWarehouse(text) {
  return [...header(text, []), ...lowerCase(tokens(text)), ...width(text), ...lineBudget(text)];
}

/**
 * Every column of a table made in a mart has a `comment on column` somewhere in the warehouse, and no comment
 * speaks of a column that a mart does not have. files: [[name, text]].
 */
export function lintColumnComments(files) {
  const problems = [];
  const comments = files.flatMap(([file, text]) => commentsOn(text).map((one) => ({ ...one, file })));
  const marts = new Map();
  for (const [file, text] of files.filter(([name]) => name.includes('/marts/')))
    for (const table of columnsOf(text).filter(({ name }) => !STEPS.has(name))) {
      const columns = [...(marts.get(table.name)?.columns ?? []), ...table.columns];
      marts.set(table.name, { file, line: table.line, columns });
      for (const message of table.problems)
        problems.push({ file, line: table.line, rule: 'mart-columns', message });
    }
  for (const [name, { file, line, columns }] of marts) {
    const said = new Set(
      comments.filter((one) => one.table === name && one.text.trim()).map((one) => one.column),
    );
    for (const column of columns.filter((one) => !said.has(one)))
      problems.push({
        file,
        line,
        rule: 'comment-on-column',
        message: `${name}.${column} has no comment on column`,
      });
  }
  for (const { file, line, table, column } of comments)
    if (marts.has(table) && !marts.get(table).columns.includes(column))
      problems.push({ file, line, rule: 'comment-on-column', message: `${table} has no column ${column}` });
  return problems;
}

const sqlBelow = (folder) =>
  existsSync(path.join(root, folder))
    ? readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.sql'))
        .map((entry) =>
          path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
        )
        .sort()
    : [];

/** All problems of the project: [{ file, line, rule, message }], and the number of files read. */
export function lintProject() {
  const read = (file) => readFileSync(path.join(root, file), 'utf8');
  const analyses = sqlBelow('src/analyses').filter((file) => /\/(query|histories)\.sql$/.test(file));
  const warehouse = sqlBelow('src/warehouse').map((file) => [file, read(file)]);
  const problems = [
    ...analyses.flatMap((file) => lintAnalysis(read(file)).map((one) => ({ file, ...one }))),
    ...warehouse.flatMap(([file, text]) => lintWarehouse(text).map((one) => ({ file, ...one }))),
    ...lintColumnComments(warehouse),
  ];
  return { problems, files: analyses.length + warehouse.length };
}

if (isMain(import.meta)) {
  const { problems, files } = lintProject();
  const failing = problems.filter((one) => !one.warning);
  for (const { file, line, rule, message, warning } of problems)
    console.log(`${file}:${line}  ${warning ? 'warning: ' : ''}${message}  (${rule})`);
  console.log(
    `${files} SQL files read, ${failing.length} problems, ${problems.length - failing.length} warnings`,
  );
  process.exitCode = failing.length ? 1 : 0;
}
