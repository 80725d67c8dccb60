import type { Row } from '../../domain/table';
import { shown } from '../../i18n/shown';
import { contacts } from '../../state/contacts';
import { customerHref } from '../../state/addresses';
import { scope } from '../../state/scope/scope.svelte';
import type { Entry, Provider } from './entry';
import { folded } from '../../domain/folded';
import { scoreOf } from './match';

interface Known {
  key: string;
  label: string;
  detail: string;
  /** Folded. */
  by: { label: string; all: string };
}

const LEAST = 2;
let known: { of: ReadonlyMap<string, Row>; customers: readonly Known[] } | null = null;

const textsOf = (row: Row): string[] =>
  [row.name, row.email, row.customer, row.phone].flatMap((value) =>
    typeof value === 'string' && value !== '' ? [value] : [],
  );

/** Named by the name, else the e-mail, else the number. Texts are folded once for the tables as they are. */
async function everybody(): Promise<readonly Known[]> {
  const of = await contacts();
  if (known?.of !== of) {
    const customers = [...of].map(([key, row]): Known => {
      const [label = key, ...others] = [...new Set(textsOf(row))];
      const by = { label: folded(label), all: folded(others.join(' ')) };
      return { key, label: shown(label), detail: others.map((text) => shown(text)).join(' · '), by };
    });
    known = { of, customers };
  }
  return known.customers;
}

export const customers: Provider = {
  find: async (text) => {
    const typed = folded(text);
    if (typed.length < LEAST) return [];
    return (await everybody()).flatMap(({ key, label, detail, by }): Entry[] => {
      const score = scoreOf(typed, by.label, by.all);
      if (score === null) return [];
      const run = () => scope.go(customerHref(key).slice('#/'.length));
      return [{ id: `customer-${key}`, kind: 'customers', label, detail, score, run }];
    });
  },
};
