import type { EngineApi } from '../../../src/engine/contract';
import type { EngineHost } from '../host/host';
import type { OpenShops } from '../open-shops';
import { forgottenIn, withoutCustomers } from './forget';

/** Who of a file is on the list of those to forget, and its tables without them. */
export function forgetting(
  { database }: EngineHost,
  shops: OpenShops,
): Pick<EngineApi, 'forgottenIn' | 'withoutCustomers'> {
  return {
    async forgottenIn(signal, list) {
      return (await forgottenIn(signal, database, await shops.looked(), list)).length;
    },

    async withoutCustomers(signal, tables, who, list) {
      const shop = await shops.looked();
      const customers = who === null ? await forgottenIn(signal, database, shop, list) : [who];
      return withoutCustomers(signal, database, shop, tables, customers, list.salt);
    },
  };
}
