import type { Field } from '../../domain/choices';
import { foldName } from './fold-name';
import { MONEY_AND_NUMBERS } from './synonyms-of-money';
import { CUSTOMERS } from './synonyms-of-customers';
import { MORE_LANGUAGES } from './synonyms-of-more-languages';
import { ROWS } from './synonyms-of-rows';
import { PEOPLE_AND_THINGS, type Names } from './synonyms-of-people-and-things';

/**
 * What sales exports call our fields, in nine languages and shorter in five more. From the export layouts of 26 sales platforms, completed
 * by hand for fields those lists lack.
 */
export const SYNONYMS: Record<Field, Names> = {
  ...PEOPLE_AND_THINGS,
  ...ROWS,
  ...MONEY_AND_NUMBERS,
  ...CUSTOMERS,
};

/** Folded name → position in its language's list (0 = most telling), one map a field. */
export const NAMES: Record<Field, Map<string, number>> = Object.fromEntries(
  Object.entries(SYNONYMS).map(([field, languages]) => {
    const ranks = new Map<string, number>();
    const more = MORE_LANGUAGES[field as Field] ?? [];
    for (const names of [...Object.values(languages), ...more])
      names.split(' | ').forEach((name, rank) => {
        const folded = foldName(name);
        if (!ranks.has(folded) || (ranks.get(folded) ?? 0) > rank) ranks.set(folded, rank);
      });
    return [field, ranks];
  }),
) as Record<Field, Map<string, number>>;

/** Whether a header is a name that some sales export uses. */
export const isKnownName = (header: string): boolean => {
  const folded = foldName(header);
  return Object.values(NAMES).some((ranks) => ranks.has(folded));
};
