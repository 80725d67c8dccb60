import { shown } from './shown';
import { words } from './words';

/** Longer headers are cut in sentences and lists of choices. */
const LONGEST = 60;

/** What an attribute is called: in our words where it has a name of ours, else as the file calls its column. */
export const attributeName = (
  attribute: unknown,
  names: Readonly<Record<string, string>> = words.cohorts.attributes,
): string => {
  const name = String(attribute);
  return (Object.hasOwn(names, name) && names[name]) || shown(name, LONGEST);
};
