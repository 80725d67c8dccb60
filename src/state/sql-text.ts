export interface Piece {
  kind: 'comment' | 'string' | 'name' | 'end' | 'other';
  from: number;
  to: number;
}

const PIECES = new RegExp(
  [
    String.raw`(?<comment>--[^\n]*|/\*[^]*?(?:\*/|$))`,
    String.raw`(?<string>e'(?:[^'\\]|\\[^]|'')*(?:'|$)|'(?:[^']|'')*(?:'|$)|\$(?<tag>\w*)\$[^]*?(?:\$\k<tag>\$|$))`,
    String.raw`(?<name>"(?:[^"]|"")*(?:"|$)|[\p{L}_][\p{L}\p{N}_$]*)`,
    String.raw`(?<end>;)`,
    String.raw`(?<other>[^])`,
  ].join('|'),
  'giu',
);
const KINDS = ['comment', 'string', 'name', 'end', 'other'] as const;

/** A text of SQL cut into what may hold anything (comments, texts), names, ends of statements, and single characters. */
export const piecesOf = (sql: string): Piece[] =>
  [...sql.matchAll(PIECES)].map(({ index, 0: { length }, groups }) => ({
    kind: KINDS.find((kind) => groups?.[kind] !== undefined) ?? 'other',
    from: index,
    to: index + length,
  }));
