/** The kinds of things that the palette finds, in the order in which they are listed where they match equally well. */
export const KINDS = ['questions', 'places', 'scope', 'customers', 'products', 'columns', 'actions'] as const;
export type Kind = (typeof KINDS)[number];

export interface Entry {
  /** Its own among all entries. */
  id: string;
  kind: Kind;
  label: string;
  /** Said beside the label, such as the question in full. */
  detail?: string;
  /** Said at the end of the line, such as where the question is. */
  where?: string;
  /** How well it matches, from `match.ts`: the least comes first. */
  score: number;
  run: () => void;
}

/** Knows one kind of things. A text that is empty asks for what to show before anything is typed. */
export interface Provider {
  find: (text: string) => Promise<Entry[]>;
}
