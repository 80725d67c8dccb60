/** Where the person is: the part of the address behind '#/', so that any host and sub-path works. */
class Route {
  path = $state(read());

  constructor() {
    addEventListener('hashchange', () => (this.path = read()));
  }

  go(path: string): void {
    location.hash = `#/${path}`;
    this.path = path;
  }
}

function read(): string {
  return location.hash.startsWith('#/') ? location.hash.slice(2) : '';
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
