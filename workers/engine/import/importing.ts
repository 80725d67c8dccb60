import type { UntoldApi } from '../../../src/engine/contract';
import { makeTables } from '../build/make-tables';
import { columnProfile } from '../evidence/column-profile';
import type { EngineHost } from '../host/host';
import { rehearse } from '../host/rehearse';
import type { OpenShops } from '../open-shops';
import { inspectionOf } from '../plan/inspection';
import { refuseWrong } from '../plan/proposal';
import { importShop } from './import-shop';

type Importing = 'rehearse' | 'inspect' | 'propose' | 'dismiss' | 'prepare' | 'profile' | 'build' | 'close';

/** From dropped tables to the tables that answer questions. */
export function importing(host: EngineHost, shops: OpenShops): Pick<UntoldApi, Importing> {
  const { database } = host;
  return {
    async rehearse(signal) {
      if (shops.isEmpty) await rehearse(signal, host);
    },

    async inspect(signal, tables, choices) {
      refuseWrong(choices);
      const shop = await importShop(signal, host, shops.nextName(), tables, choices);
      return shops.lay(shop, () => inspectionOf(signal, database, shop, choices));
    },

    async propose(signal, choices) {
      return inspectionOf(signal, database, await shops.looked(), choices);
    },

    async prepare(signal, choices) {
      return shops.pending && makeTables(signal, host, shops.pending, choices);
    },

    async profile(signal, position) {
      return columnProfile(signal, database, await shops.looked(), position);
    },

    async build(signal, choices) {
      const shop = shops.pending ?? shops.current;
      const report = await makeTables(signal, host, shop, choices);
      shop.made = null;
      await shops.accept(shop);
      return report;
    },

    dismiss: () => shops.dismiss(),

    close: () => shops.close(),
  };
}
