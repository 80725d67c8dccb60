import { EVERYTHING, isAnybody, type Scope } from '../domain/scope/scope';
import { scopeIn, scopePairs } from './scope/address';
import { scope } from './scope/scope.svelte';
import { settings } from './settings';

/** A rule that a person named: whose orders, and which ones. Who falls under it is found again each time. */
export interface Segment {
  name: string;
  /** The conditions as the query of an address. */
  query: string;
}

/** Before the name, among what is kept with the project. */
const PREFIX = 'segment.';
export const LONGEST_NAME = 60;

/** What a segment says of a scope: everything but when, and what it is compared with. */
const conditionsOf = ({ type, customers, orders }: Scope): string =>
  new URLSearchParams(
    scopePairs({ ...EVERYTHING, type, customers, orders }).map(([name, value]) => [name, value]),
  ).toString();

/** The segments of the open shop, by name. */
class Segments {
  all = $state.raw<readonly Segment[]>([]);

  constructor() {
    settings.onChange(() => this.#read());
    this.#read();
  }

  /** What is on now, as a segment would hold it; empty where nobody and nothing is left out. */
  get query(): string {
    return conditionsOf(scope.now);
  }

  /** The segment that is on. */
  get current(): Segment | null {
    const { query } = this;
    return query === '' ? null : (this.all.find((one) => one.query === query) ?? null);
  }

  /** What is on becomes a segment; one of the same name is replaced. */
  keep(name: string, query = this.query): void {
    const called = name.trim().slice(0, LONGEST_NAME);
    if (called && query) settings.keep(PREFIX + called, query);
  }

  remove({ name }: Segment): void {
    settings.keep(PREFIX + name, null);
  }

  /** Period and comparison stay as they are. */
  apply({ query }: Segment): void {
    const { type, customers, orders } = scopeIn(new URLSearchParams(query));
    scope.change({ type, customers, orders });
  }

  #read(): void {
    const found = Object.entries(settings.values).flatMap(([key, query]) =>
      key.startsWith(PREFIX) && typeof query === 'string' ? [{ name: key.slice(PREFIX.length), query }] : [],
    );
    this.all = found.sort((one, other) => one.name.localeCompare(other.name));
  }
}

export const segments = new Segments();

/** True where there is something to name. */
export const hasConditions = ({ type, customers, orders }: Scope): boolean =>
  type !== null || !isAnybody(customers) || Object.keys(orders.values).length > 0;
