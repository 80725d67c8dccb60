import type { NamedInstead } from '../../../src/domain/said/engine-problems';

/** How DuckDB says that it knows no such name, and which it knows. */
const FORMS = [
  /Referenced column "(.*)" not found in FROM clause!\s+Candidate bindings: (".*")/,
  /does not have a column named "(.*)"\s+Candidate bindings: : (".*")/,
  /Referenced table "(.*)" not found!\s+Candidate tables: (".*")/,
  /with name (.*) does not exist!\s+Did you mean (".*")\?/,
  /Ambiguous reference to column name "(.*)" \(use: (".*")\)/,
];

/** The name that was not found and those that were meant, perhaps; null where DuckDB has none to offer. */
export function namedInstead(message: string): NamedInstead | null {
  for (const form of FORMS) {
    const [, of, names] = form.exec(message) ?? [];
    // A quote inside a name is not doubled here.
    if (of && names) return { of, names: names.slice(1, -1).split(/", "|" or "/) };
  }
  return null;
}
