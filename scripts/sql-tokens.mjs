/** SQL cut into words, numbers, texts, parameters and signs; comments and blanks left out. */
const pattern =
  /(--[^\n]*|\/\*[\s\S]*?\*\/)|('(?:[^']|'')*')|("(?:[^"]|"")*")|(\$\w+)|([\p{L}_][\p{L}\p{N}_]*)|(\d[\d_.eE]*)|(::|\|\||[<>!=]=|<>|->|\s+|.)/gu;
const kinds = ['', 'comment', 'text', 'word', 'parameter', 'word', 'number', 'sign'];

/**
 * Returns [{ kind, text, line, depth }]. kind: 'word' | 'quoted' | 'text' | 'number' | 'parameter' | 'sign'; a quoted
 * name comes without its quotes. depth counts open parentheses; a parenthesis has the depth outside it.
 */
export function tokens(sql) {
  const list = [];
  let line = 1;
  let depth = 0;
  for (const match of sql.matchAll(pattern)) {
    const text = match[0];
    const kind = kinds[match.slice(1).findIndex((group) => group !== undefined) + 1];
    const quoted = match[3] !== undefined;
    const blank = kind === 'comment' || (kind === 'sign' && !text.trim());
    if (text === ')') depth--;
    if (!blank) {
      const word = quoted ? text.slice(1, -1).replaceAll('""', '"') : text;
      list.push({ kind: quoted ? 'quoted' : kind, text: word, line, depth });
    }
    if (text === '(') depth++;
    line += text.split('\n').length - 1;
  }
  return list;
}
