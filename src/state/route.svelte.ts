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
