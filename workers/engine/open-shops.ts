import { fault } from '../../src/domain/said/problems';
import { EngineFault } from '../../src/engine/errors';
import type { EngineHost } from './host/host';
import { dropShop } from './import/import-shop';
import type { Shop } from './shop';

/** The shop whose tables answer questions, and the one on the mapping page that may take its place. */
export class OpenShops {
  #host: EngineHost;
  #current: Shop | null = null;
  #pending: Shop | null = null;
  #opened = 0;

  constructor(host: EngineHost) {
    this.#host = host;
  }

  get isEmpty(): boolean {
    return !this.#current && !this.#pending;
  }

  get pending(): Shop | null {
    return this.#pending;
  }

  /** A name that no database of this engine had before. */
  nextName(): string {
    return `shop_${++this.#opened}`;
  }

  /** The shop that answers. Throws `nothing-open`. */
  get current(): Shop {
    if (this.#current) return this.#current;
    throw new EngineFault(fault('nothing-open', {}));
  }

  /** The shop on the mapping page, else the one that answers, as the database that statements go to. */
  async looked(): Promise<Shop> {
    const shop = this.#pending ?? this.current;
    await this.use(shop);
    return shop;
  }

  use(shop: Shop): Promise<void> {
    return this.#host.database.run(new AbortController().signal, `use ${shop.database}`);
  }

  /** Do it with a shop just read and put it on the mapping page, or leave nothing of it behind. */
  async lay<T>(shop: Shop, look: () => Promise<T>): Promise<T> {
    try {
      const seen = await look();
      await this.dismiss();
      this.#pending = shop;
      return seen;
    } catch (error) {
      await this.#drop(shop);
      throw error;
    }
  }

  /** The shop on the mapping page takes the place of the one that answered. */
  async accept(shop: Shop): Promise<void> {
    if (shop !== this.#pending) return;
    const before = this.#current;
    [this.#current, this.#pending] = [shop, null];
    shop.isInUse = true;
    await this.#drop(before);
    await this.use(shop);
  }

  async dismiss(): Promise<void> {
    const before = this.#pending;
    this.#pending = null;
    await this.#drop(before);
  }

  async close(): Promise<void> {
    await this.dismiss();
    const before = this.#current;
    this.#current = null;
    await this.#drop(before);
  }

  async #drop(shop: Shop | null): Promise<void> {
    if (shop) await dropShop(this.#host, shop.database);
  }
}
