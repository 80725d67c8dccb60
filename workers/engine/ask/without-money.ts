import type { Column } from '../../../src/domain/table';
import { quoteName } from '../sql/quote';

/** An answer of a file that says no amounts: money is unknown there, not 0. */
export function withoutMoney(sql: string, columns: readonly Column[]): string {
  const money = columns.filter(({ unit }) => unit === 'money').map(({ name }) => quoteName(name));
  if (money.length === 0) return sql;
  const blank = money.map((name) => `null::double as ${name}`).join(', ');
  return `select * replace (${blank}) from (\n${sql.trim().replace(/;$/, '')}\n)`;
}
