import type { UntoldApi } from '../../src/engine/contract';
import { asking } from './ask/asking';
import { forgetting } from './forget/forgetting';
import type { EngineHost } from './host/host';
import { importing } from './import/importing';
import { OpenShops } from './open-shops';

/** What the engine can do. Calls run one after another. */
export function createApi(host: EngineHost): UntoldApi {
  const shops = new OpenShops(host);
  return {
    ...importing(host, shops),
    ...asking(host, shops),
    ...forgetting(host, shops),
    seal: async () => host.sealed,
    version: async () => host.database.version,
  };
}
