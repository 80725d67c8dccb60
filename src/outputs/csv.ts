import { guard, unguard } from '../domain/guarded';
import type { Cell, Column, Row } from '../domain/table';

const BOM = '\ufeff';
const QUOTED = /[",;\t\r\n']/;

const quote = (text: string): string => (QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Empty text and no value are told apart as `""` and nothing. */
function field(value: Cell | undefined, type: Column['type']): string {
  if (value === null || value === undefined) return '';
  if (type !== 'text' && typeof value !== 'string') return String(value);
  const text = String(value);
  return text === '' ? '""' : quote(guard(text));
}

/**
 * A table as CSV that can be opened without harm and read back without loss: UTF-8 with a byte order mark, CRLF,
 * a head line. Numbers, dates and booleans stand as they are, so a negative stays a number; texts are guarded. A `note`,
 * which says whom the rows are about, stands alone in a line of its own before the head, behind a `#`.
 */
export function encodeCsv(columns: Column[], rows: Row[], note = ''): string {
  const lines = note ? [quote(`# ${note.replaceAll(/\s+/g, ' ')}`)] : [];
  lines.push(columns.map(({ name }) => (name === '' ? '""' : quote(guard(name)))).join(','));
  for (const row of rows)
    lines.push(
      columns.map(({ name, type }) => field(Object.hasOwn(row, name) ? row[name] : null, type)).join(','),
    );
  return `${BOM}${lines.join('\r\n')}\r\n`;
}

interface Field {
  text: string;
  quoted: boolean;
}

/** The fields of each line; quotes may hold line ends. */
function split(csv: string): Field[][] {
  const lines: Field[][] = [];
  let line: Field[] = [];
  let at = csv.startsWith(BOM) ? 1 : 0;
  while (at < csv.length) {
    const quoted = csv[at] === '"';
    let text = '';
    if (quoted) {
      for (;;) {
        const end = csv.indexOf('"', at + 1);
        if (end < 0) throw new SyntaxError('a quote is never closed');
        text += csv.slice(at + 1, end);
        at = end + 1;
        if (csv[at] !== '"') break;
        text += '"';
      }
    } else {
      const start = at;
      while (at < csv.length && csv[at] !== ',' && csv[at] !== '\r') at += 1;
      text = csv.slice(start, at);
    }
    line.push({ text, quoted });
    if (csv[at] === ',') {
      at += 1;
      if (at < csv.length && csv[at] !== '\r') continue;
      line.push({ text: '', quoted: false });
    }
    lines.push(line);
    line = [];
    at += 2;
  }
  return lines;
}

function value({ text, quoted }: Field, type: Column['type']): Cell {
  if (text === '' && !quoted) return null;
  if (type === 'number' || type === 'integer') return Number(text);
  if (type === 'boolean') return text === 'true';
  return unguard(text);
}

/** Reads back what `encodeCsv` wrote for these columns. Not for files of others: "'t Hooft" would lose its mark. */
export function decodeCsv(csv: string, columns: Column[]): { names: string[]; rows: Row[] } {
  const [head = [], ...lines] = split(csv);
  const rows = lines.map((fields) => {
    const cells = columns.map(({ name, type }, index) => [
      name,
      value(fields[index] ?? { text: '', quoted: false }, type),
    ]);
    return Object.fromEntries(cells) as Row;
  });
  return { names: head.map(({ text }) => unguard(text)), rows };
}
