import { piecesOf } from './sql-text';

export interface Statement {
  from: number;
  to: number;
  sql: string;
}

/** From one semicolon to the next; `until` is behind the one that ends it. */
interface Span {
  from: number;
  until: number;
  isEmpty: boolean;
}

function spansOf(text: string): Span[] {
  const spans: Span[] = [];
  let span: Span = { from: 0, until: 0, isEmpty: true };
  for (const { kind, from, to } of piecesOf(text)) {
    span.until = to;
    if (kind === 'end') {
      spans.push(span);
      span = { from: to, until: to, isEmpty: true };
    } else if (kind !== 'comment' && text.slice(from, to).trim() !== '') span.isEmpty = false;
  }
  return [...spans, span].filter((one, at, all) => !one.isEmpty || all.length === 1);
}

function trimmed(text: string, from: number, to: number): Statement {
  const part = text.slice(from, to);
  const start = from + (part.length - part.trimStart().length);
  const sql = part.trim().replace(/[\s;]+$/, '');
  return { from: start, to: start + sql.length, sql };
}

/** The statements of a text; comments and spaces between semicolons are none. */
export const statementsOf = (text: string): Statement[] =>
  spansOf(text).map(({ from, until }) => trimmed(text, from, until));

/** What is to run: what is selected, else the statement that the caret is in or right behind. */
export function statementAt(text: string, selected: { from: number; to: number }): Statement {
  const part = trimmed(text, selected.from, selected.to);
  if (part.sql !== '') return part;
  const spans = spansOf(text);
  const { from, until } = spans.find((span) => selected.to <= span.until) ??
    spans.at(-1) ?? { from: 0, until: text.length };
  return trimmed(text, from, until);
}
