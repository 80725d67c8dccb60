import type { Choices } from '../domain/choices';

/** Passwords of workbooks by file name, for as long as the page is open: never stored, never in what is reported. */
const known = new Map<string, string>();

/** The choices without the passwords in them, which are remembered until the page is closed. */
export function withoutPasswords(choices: Choices): Choices {
  if (!choices.files?.some(({ password }) => password !== undefined)) return choices;
  const files = choices.files.map(({ password, ...rest }) => {
    if (password !== undefined) known.set(rest.name, password);
    return rest;
  });
  return { ...choices, files };
}

export function withPasswords(name: string, choices: Choices): Choices {
  const password = known.get(name);
  if (password === undefined) return choices;
  const said = choices.files?.find((file) => file.name === name);
  const others = choices.files?.filter((file) => file !== said) ?? [];
  return { ...choices, files: [{ password, ...said, name }, ...others] };
}
