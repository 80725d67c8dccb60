import type { Field } from '../../domain/choices';
import { shown } from '../../i18n/shown';
import { words } from '../../i18n/words';
import { addressOf } from '../../state/addresses';
import { project } from '../../state/project.svelte';
import { scope } from '../../state/scope/scope.svelte';
import type { Entry, Provider } from './entry';
import { folded } from '../../domain/folded';
import { scoreOf } from './match';

/** Shorter texts are in nearly every name. */
const LEAST = 2;

/** Products that first orders held, the 200 with most customers. */
export const products: Provider = {
  find: (text) => {
    const typed = folded(text);
    if (typed.length < LEAST) return Promise.resolve([]);
    const names = project.attributes.find(({ attribute }) => attribute === 'product')?.top ?? [];
    return Promise.resolve(
      names.flatMap((name): Entry[] => {
        const score = scoreOf(typed, folded(name));
        if (score === null) return [];
        const run = () => scope.go(addressOf('products'));
        return [{ id: `product-${name}`, kind: 'products', label: shown(name), score, run }];
      }),
    );
  },
};

/** The columns of the file with what they are read as; they lead to where that is said. */
export const columns: Provider = {
  find: (text) => {
    const typed = folded(text);
    const { report } = project;
    if (typed.length < LEAST || !report) return Promise.resolve([]);
    const meanings = new Map<string, string>(report.attributes.map(({ header }) => [header, '']));
    for (const [field, header] of Object.entries(report.mapping) as [Field, string][])
      meanings.set(header, words.pages.fields[field]);
    return Promise.resolve(
      [...meanings].flatMap(([header, means]): Entry[] => {
        const score = scoreOf(typed, folded(header), folded(means));
        if (score === null) return [];
        const run = () => scope.go('data');
        return [{ id: `column-${header}`, kind: 'columns', label: shown(header), detail: means, score, run }];
      }),
    );
  },
};
