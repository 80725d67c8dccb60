const found = import.meta.glob<string>('./methods/*.md', { eager: true, query: '?raw', import: 'default' });

/** The page of each model by its id: what it says, assumes, and when it is wrong. */
export const methodTexts: ReadonlyMap<string, string> = new Map(
  Object.entries(found).map(([path, text]) => [path.replace(/^.*\/|\.md$/g, ''), text]),
);

export interface Block {
  kind: 'title' | 'head' | 'formula' | 'text';
  text: string;
}

/** A text of one title, heads, paragraphs, and formulas that are set in by four blanks. */
export const blocksOf = (text: string): Block[] =>
  text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part): Block => {
      if (part.startsWith('# ')) return { kind: 'title', text: part.slice(2).trim() };
      if (part.startsWith('## ')) return { kind: 'head', text: part.slice(3).trim() };
      return part.startsWith('    ')
        ? { kind: 'formula', text: part.trim() }
        : { kind: 'text', text: part.trim() };
    });

/** The title of a model's page; null where there is none. */
export const titleOf = (id: string): string | null => blocksOf(methodTexts.get(id) ?? '')[0]?.text ?? null;
