import { newAddress } from './addresses';

/** Where the person is: the part of the address behind '#/', so that any host and sub-path works. */
class Route {
  path = $state(read().path);
  /** What stands behind a '?': parameters that the page begins with. */
  #asked = read().asked;

  constructor() {
    addEventListener('hashchange', () => this.#follow());
  }

  go(path: string, asked: Readonly<Record<string, string>> = {}): void {
    const query = new URLSearchParams(asked).toString();
    location.hash = query ? `#/${path}?${query}` : `#/${path}`;
    this.#follow();
  }

  /** The same, in the place of where the person is: nothing leads back there. */
  replace(path: string): void {
    history.replaceState(history.state, '', `#/${path}`);
    this.#follow();
  }

  /** Parameters of the address, as texts: anybody can write there. */
  get asked(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#asked);
  }

  #follow(): void {
    const { path, asked } = read();
    this.#asked = asked;
    this.path = path;
  }
}

/** An address of an earlier version is replaced by the one of today. The key of a customer has its '?' escaped. */
function read(): { path: string; asked: URLSearchParams } {
  const [path = '', query = ''] = location.hash.startsWith('#/')
    ? location.hash.slice(2).split(/\?(.*)/s)
    : [];
  const now = newAddress(path);
  if (now !== null) history.replaceState(history.state, '', `#/${now}${query ? `?${query}` : ''}`);
  return { path: now ?? path, asked: new URLSearchParams(query) };
}

export const route = new Route();
