import { newAddress } from './addresses';
import { hashOf, type Query } from './hash';

/** Where the person is: the part of the address behind '#/', so that any host and sub-path works. */
class Route {
  path = $state(read().path);
  /** What stands behind a '?': the scope, and the controls that the page begins with. Anybody can write there. */
  query = $state.raw(read().query);

  constructor() {
    addEventListener('hashchange', () => this.#follow());
  }

  /** Go to a page; the way back leads here. */
  go(path: string, query: Query = []): void {
    location.hash = hashOf(path, query);
    this.#follow();
  }

  /** The same, instead of where the person is: nothing leads back there. */
  replace(path: string, query: Query = []): void {
    history.replaceState(history.state, '', hashOf(path, query));
    this.#follow();
  }

  #follow(): void {
    const { path, query } = read();
    if (query.toString() !== this.query.toString()) this.query = query;
    this.path = path;
  }
}

/** An address of an earlier version is replaced by the one of today. The key of a customer has its '?' escaped. */
function read(): { path: string; query: URLSearchParams } {
  const [path = '', query = ''] = location.hash.startsWith('#/')
    ? location.hash.slice(2).split(/\?(.*)/s)
    : [];
  const now = newAddress(path);
  if (now !== null) history.replaceState(history.state, '', `#/${now}${query ? `?${query}` : ''}`);
  return { path: now ?? path, query: new URLSearchParams(query) };
}

export const route = new Route();
