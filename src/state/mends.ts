import type { NamedInstead } from '../domain/said/engine-problems';
import { nameInSql } from './sql-names';
import { piecesOf, type Piece } from './sql-text';

/** One way to mend a text: what stands from here to there becomes another name. */
export interface Mend {
  from: number;
  to: number;
  written: string;
  instead: string;
}

/** More would be a list to read. */
const MOST = 3;

const bare = (name: string): string =>
  name.startsWith('"') ? name.slice(1).replace(/"$/, '').replaceAll('""', '"') : name;

/** The name that was not found: where the engine points or, if it does not, where it occurs once without a dot. */
function pieceOf(sql: string, names: readonly Piece[], of: string, position?: number): Piece | null {
  const same = names.filter(({ from, to }) => bare(sql.slice(from, to)).toLowerCase() === of.toLowerCase());
  if (position !== undefined) return same.find(({ from }) => from >= position) ?? null;
  const alone = same.filter(({ from, to }) => sql[from - 1] !== '.' && sql[to] !== '.');
  return alone.length === 1 ? (alone[0] ?? null) : null;
}

/** What the names that the engine knows would make of the text. */
export function mendsOf(sql: string, { of, names }: NamedInstead, position?: number): Mend[] {
  const there = piecesOf(sql).filter(({ kind }) => kind === 'name');
  const piece = pieceOf(sql, there, of, position);
  if (!piece) return [];
  const { from, to } = piece;
  const written = sql.slice(from, to);
  const said = new Set(there.map((one) => bare(sql.slice(one.from, one.to)).toLowerCase()));
  const inSql = (name: string): string => {
    // `o.customer_id` is a column of o if the text has an o, and else a name with a dot.
    const dot = name.indexOf('.');
    if (dot > 0 && said.has(name.slice(0, dot).toLowerCase()))
      return `${nameInSql(name.slice(0, dot))}.${nameInSql(name.slice(dot + 1))}`;
    return written.startsWith('"') ? `"${name.replaceAll('"', '""')}"` : nameInSql(name);
  };
  return names.slice(0, MOST).map((name) => ({ from, to, written, instead: inSql(name) }));
}
