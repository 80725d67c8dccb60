const PLAIN = /^[a-z_][a-z0-9_]*$/i;

/** A name as it stands in a text: in quotes where it would not be one name without them. */
export const nameInSql = (name: string): string =>
  PLAIN.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
