import type { Choices, FileChoice } from '../domain/choices';
import type { TableName, TableRole, TableSeen } from '../domain/tables';
import { format } from '../i18n/format';
import { shown } from '../i18n/shown';
import { words } from '../i18n/words';

const said = () => words.tables;
const name = (text: string) => shown(text, 60);

/** How a table is used, in sentences. */
export function usedHow({ role, columns, rows, join, left_out, refund }: TableSeen): string[] {
  if (left_out) {
    const why = said().left[left_out.why] ?? '';
    return [left_out.about === '' ? said().leftOut(why) : said().leftOutFor(why, name(left_out.about))];
  }
  if (role === 'part') return [said().part];
  const sentences: string[] = [];
  if (join) {
    const found = [format.count(join.found), format.count(join.rows)] as const;
    sentences.push(said().joined(name(join.column), name(join.to), name(join.to_column), ...found));
    if (join.unnamed > 0) sentences.push(said().unnamed(format.count(join.unnamed)));
  }
  if (role !== 'refunds') return join ? sentences : [said().main(format.count(columns), format.count(rows))];
  if (!join) sentences.push(said().refundsAlone);
  sentences.push(
    refund?.amount
      ? said().refundOf(name(refund.amount), refund.date === null ? said().refundDay : name(refund.date))
      : said().wholeOrder,
  );
  return sentences;
}

const isOf = (choice: FileChoice, table: TableName): boolean =>
  choice.name === table.name &&
  (choice.member ?? null) === table.member &&
  (choice.sheet ?? null) === table.sheet;

/** The choices with another role for one table. Columns are proposed anew: they may be others now. */
export function withRole(choices: Choices, table: TableName, role: TableRole): Choices {
  const { map: _other, ...kept } = choices;
  const before = (choices.files ?? []).find((one) => isOf(one, table));
  const inside = {
    ...(table.member === null ? {} : { member: table.member }),
    ...(table.sheet === null ? {} : { sheet: table.sheet }),
  };
  const others = (choices.files ?? []).filter((one) => one !== before);
  // The first entry that fits a table is its own: the exact one stands before one for the whole file.
  return { ...kept, files: [{ ...before, name: table.name, ...inside, role }, ...others] };
}

/** The choices with something else said of a whole file. */
export function withFile(choices: Choices, file: string, changed: Partial<FileChoice>): Choices {
  const whole = { name: file, member: null, sheet: null };
  const before = (choices.files ?? []).find((one) => isOf(one, whole));
  const others = (choices.files ?? []).filter((one) => one !== before);
  return { ...choices, files: [...others, { ...before, name: file, ...changed }] };
}
