import type { Standing } from '../storage/generations';

interface Tab {
  role: 'writer' | 'reader';
  /** What is open in this tab, and whether it is kept. `waiting`: a person has been asked, or is on the mapping page. */
  open: 'nothing' | 'kept' | 'unkept' | 'waiting';
}

/**
 * What follows for a tab from what stands in the database: `empty` and `close` what is open, `reopen` what is kept, `keep` what is open,
 * `ask` which of the two, say that all was `cleared` from outside, only `follow` what stands, or `rest`.
 */
export type Step = 'empty' | 'close' | 'reopen' | 'keep' | 'ask' | 'cleared' | 'follow' | 'rest';

export function stepOf(before: Standing | null, now: Standing, { role, open }: Tab): Step {
  if (!before) return 'follow';
  if (now.emptied > before.emptied) return 'empty';
  // Counters only rise: where one has fallen, the database is another.
  if (now.last < before.last || now.emptied < before.emptied)
    return open === 'nothing' ? 'follow' : 'cleared';
  const same = now.generation === before.generation;
  if (open === 'waiting') return 'rest';
  if (open === 'nothing') return role === 'writer' && !same && now.generation !== null ? 'reopen' : 'follow';
  if (open === 'kept') {
    if (same) return 'rest';
    if (now.generation === null) return 'close';
    return role === 'writer' || now.forgotten > before.forgotten ? 'reopen' : 'rest';
  }
  if (role === 'reader') return 'rest';
  return same || now.generation === null ? 'keep' : 'ask';
}
