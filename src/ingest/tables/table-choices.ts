import type { Choices, FileChoice } from '../../domain/choices';
import type { LeftOut, TableName, TableRole } from '../../domain/tables';

interface Readable extends TableName {
  hidden: boolean;
}

const isAbout = (said: FileChoice, table: TableName): boolean =>
  said.name === table.name &&
  (said.member === undefined || said.member === table.member) &&
  (said.sheet === undefined || said.sheet === table.sheet);

/** What a person said a table is for; the entry that names it most exactly decides. */
export function saidRole(choices: Choices, table: TableName): TableRole | null {
  const about = (choices.files ?? []).filter((said) => said.role !== undefined && isAbout(said, table));
  const exact = ({ member, sheet }: FileChoice) => Number(member !== undefined) + Number(sheet !== undefined);
  return about.toSorted((a, b) => exact(b) - exact(a))[0]?.role ?? null;
}

/** A sheet or member that is named without a role is the one of its file that is read. */
function isPassedOver(choices: Choices, table: TableName): boolean {
  const picked = (choices.files ?? []).filter(
    (said) =>
      said.name === table.name &&
      said.role === undefined &&
      (said.sheet !== undefined || said.member !== undefined),
  );
  return picked.length > 0 && !picked.some((said) => isAbout(said, table));
}

/** Tables that are not even read, by position: left out by a person, or hidden by their author and not asked for. */
export function leftBefore(
  tables: readonly Readable[],
  choices: Choices,
): Map<number, { why: LeftOut; about: string }> {
  const left = new Map<number, { why: LeftOut; about: string }>();
  const canStay = tables.some(({ hidden }) => !hidden);
  tables.forEach((table, index) => {
    const said = saidRole(choices, table);
    const isNamed = (choices.files ?? []).some(
      (one) => (one.sheet ?? one.member) !== undefined && isAbout(one, table),
    );
    if (said === 'ignore') left.set(index, { why: 'chosen', about: '' });
    else if (said === null && isPassedOver(choices, table))
      left.set(index, { why: 'another_chosen', about: '' });
    else if (said === null && table.hidden && canStay && !isNamed)
      left.set(index, { why: 'hidden', about: '' });
  });
  return left;
}
