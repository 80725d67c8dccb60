/** The columns that a mart's SQL makes, and the columns that comments speak of. */
import { tokens } from './sql-tokens.mjs';

const is = (token, text) => token?.kind === 'word' && token.text.toLowerCase() === text;
const isName = (token) => token?.kind === 'word' || token?.kind === 'quoted';

/** Cut a list of tokens at the commas (or other sign) of the given depth. */
function split(list, depth, sign = ',') {
  const parts = [[]];
  for (const token of list)
    if (token.kind === 'sign' && token.text === sign && token.depth === depth) parts.push([]);
    else parts.at(-1).push(token);
  return parts.filter((part) => part.length > 0);
}

const statements = (sql) => split(tokens(sql), 0, ';');

/** A name that may be qualified, from position i: the last part, and where it ends. */
function nameAt(list, i) {
  let end = i;
  while (list[end + 1]?.text === '.' && isName(list[end + 2])) end += 2;
  return { name: list[end]?.text ?? '', end: end + 1 };
}

/** `as ( select … )` without its `as` and its parentheses. */
function bare(list) {
  const inner = is(list[0], 'as') ? list.slice(1) : list;
  const wrapped =
    inner[0]?.text === '(' &&
    inner.findIndex((token, i) => i > 0 && token.text === ')' && token.depth === inner[0].depth) ===
      inner.length - 1;
  return wrapped ? bare(inner.slice(1, -1)) : inner;
}

function columnsOfSelect(statement) {
  const list = bare(statement);
  const start = list.findLastIndex((token) => token.depth === list[0]?.depth && is(token, 'select'));
  if (start < 0) return { columns: [], problems: ['the columns cannot be read: there is no select'] };
  const depth = list[start].depth;
  const rest = list.slice(start + 1);
  const stop = rest.findIndex((token) => token.depth === depth && is(token, 'from'));
  const items = split(stop < 0 ? rest : rest.slice(0, stop), depth);
  const columns = [];
  const problems = [];
  for (const item of items) {
    const last = item.at(-1);
    if (isName(last)) columns.push(last.text);
    else problems.push(`column ${columns.length + 1} of the last select has no name: name it with "as"`);
  }
  return { columns, problems };
}

const constraints = /^(primary|unique|check|foreign|constraint)$/i;

/** Tables and views made by the text, and columns added: [{ name, line, columns, problems }]. */
export function columnsOf(sql) {
  const tables = [];
  for (const list of statements(sql)) {
    if (is(list[0], 'alter') && is(list[1], 'table')) {
      const { name, end } = nameAt(list, 2);
      const column = is(list[end + 1], 'column') ? end + 2 : end + 1;
      if (is(list[end], 'add'))
        tables.push({ name, line: list[0].line, columns: [list[column]?.text ?? ''], problems: [] });
      continue;
    }
    if (!is(list[0], 'create')) continue;
    const kind = list.findIndex((token, i) => i < 6 && (is(token, 'table') || is(token, 'view')));
    if (kind < 0) continue;
    const afterIf = is(list[kind + 1], 'if') ? kind + 4 : kind + 1;
    const { name, end } = nameAt(list, afterIf);
    const line = list[0].line;
    if (list[end]?.text === '(') {
      const close = list.findIndex(
        (token, i) => i > end && token.text === ')' && token.depth === list[end].depth,
      );
      const parts = split(list.slice(end + 1, close), list[end].depth + 1);
      const named = parts.filter((part) => part[0] && !constraints.test(part[0].text));
      tables.push({ name, line, columns: named.map((part) => part[0].text), problems: [] });
    } else {
      tables.push({ name, line, ...columnsOfSelect(list.slice(end + 1)) });
    }
  }
  return tables;
}

/** `comment on column table.column is 'text'`: [{ table, column, text, line }]. */
export function commentsOn(sql) {
  const comments = [];
  for (const list of statements(sql)) {
    if (!is(list[0], 'comment') || !is(list[1], 'on') || !is(list[2], 'column')) continue;
    const stop = list.findIndex((token) => is(token, 'is'));
    const names = list.slice(3, stop).filter(isName);
    const text = list[stop + 1]?.kind === 'text' ? list[stop + 1].text.slice(1, -1) : '';
    comments.push({
      table: names.at(-2)?.text ?? '',
      column: names.at(-1)?.text ?? '',
      text,
      line: list[0].line,
    });
  }
  return comments;
}
