import { openDatabase, type Upgrade } from './database';
import type { Database } from './schema';

const TRIES = 8;
const PAUSE_MS = 60;

/** While the browser clears a database, it breaks off whatever would open it. */
async function patiently(open: () => Promise<Database>): Promise<Database> {
  for (let tries = 1; ; tries++) {
    try {
      return await open();
    } catch (error) {
      const isBrokenOff = error instanceof DOMException && error.name === 'AbortError';
      if (!isBrokenOff || tries === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * tries));
    }
  }
}

/** The database of a page, opened again where it was closed under it: cleared by the browser, or after a while in its cache of pages. */
export class Connection {
  #database: Database | null = null;
  #opening: Promise<Database> | null = null;
  #closed = false;
  readonly #name: string;
  readonly #steps: Upgrade[];
  readonly #onLost: () => void;

  constructor(name: string, steps: Upgrade[], onLost: () => void) {
    this.#name = name;
    this.#steps = steps;
    this.#onLost = onLost;
  }

  async get(): Promise<Database> {
    if (this.#closed) throw new DOMException('the page has let go of the database', 'InvalidStateError');
    if (this.#database) return this.#database;
    this.#opening ??= this.#open().finally(() => (this.#opening = null));
    return this.#opening;
  }

  /** Run it, once more with a database that is opened again where the one at hand was closed from outside. */
  async with<T>(run: (database: Database) => Promise<T>): Promise<T> {
    const database = await this.get();
    try {
      return await run(database);
    } catch (error) {
      const isClosed = error instanceof DOMException && error.name === 'InvalidStateError';
      if (!isClosed || this.#closed) throw error;
      if (this.#database === database) this.#drop(database);
      return run(await this.get());
    }
  }

  close(): void {
    this.#closed = true;
    this.#database?.close();
    this.#database = null;
  }

  resume(): void {
    this.#closed = false;
  }

  async #open(): Promise<Database> {
    const database = await patiently(() => openDatabase(this.#name, this.#steps, () => this.#drop(database)));
    if (this.#closed) {
      database.close();
      throw new DOMException('the page has let go of the database', 'InvalidStateError');
    }
    return (this.#database = database);
  }

  #drop(database: Database): void {
    database.close();
    if (this.#database !== database) return;
    this.#database = null;
    if (!this.#closed) this.#onLost();
  }
}
