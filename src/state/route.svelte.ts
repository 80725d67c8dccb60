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

/** The key of a customer has its '?' escaped. */
function read(): { path: string; asked: URLSearchParams } {
  const [path = '', query = ''] = location.hash.startsWith('#/')
    ? location.hash.slice(2).split(/\?(.*)/s)
    : [];
  return { path, asked: new URLSearchParams(query) };
}

export const route = new Route();

const CUSTOMER = 'customer/';

/** The address of a customer's page; the key may hold anything. */
export const customerHref = (key: string): string => `#/${CUSTOMER}${encodeURIComponent(key)}`;

/** The key of the customer whose page this is, or null. */
export function customerIn(path: string): string | null {
  if (!path.startsWith(CUSTOMER)) return null;
  try {
    return decodeURIComponent(path.slice(CUSTOMER.length));
  } catch {
    return null;
  }
}
