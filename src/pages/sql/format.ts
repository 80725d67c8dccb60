import { duckdb, formatDialect } from 'sql-formatter';

const bare = (sql: string): string => sql.replace(/\s/g, '');

/** The text laid out; null where it cannot be read, or where more than its spaces would change. */
export function formatted(sql: string): string | null {
  try {
    const laidOut = formatDialect(sql, { dialect: duckdb, tabWidth: 2, linesBetweenQueries: 1 });
    return bare(laidOut) === bare(sql) ? laidOut : null;
  } catch {
    return null;
  }
}
