import type { Choices } from '../domain/choices';
import type { Sifted } from '../domain/forgotten';

/** The files with those written anew in the place of their own, and the choices that fit them. */
export function siftedFiles(
  files: readonly File[],
  choices: Choices,
  { tables, keys, unread }: Sifted,
): { files: File[]; choices: Choices } {
  const of = (name: string) => tables.filter((table) => table.of === name);
  const renewed = files.flatMap((file) => {
    if (unread.includes(file.name)) return [];
    const mine = of(file.name);
    return mine.length === 0 ? [file] : mine.map(({ bytes, choice }) => new File([bytes], choice.name));
  });
  const said = [
    ...(choices.files ?? []).filter(({ name }) => of(name).length === 0 && !unread.includes(name)),
    ...tables.map(({ choice }) => choice),
  ];
  const newer = choices.newer?.flatMap((name) => {
    const mine = of(name);
    return mine.length === 0 ? [name] : mine.map(({ choice }) => choice.name);
  });
  const apart = choices.identity?.apart?.filter(
    (one) => !keys.includes(one) && !keys.includes(one.toLowerCase()),
  );
  return {
    files: renewed,
    choices: {
      ...choices,
      ...(said.length > 0 ? { files: said } : {}),
      ...(newer ? { newer } : {}),
      ...(apart ? { identity: { ...choices.identity, apart } } : {}),
    },
  };
}
