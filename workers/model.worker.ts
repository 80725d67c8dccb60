import { expose } from 'comlink';
import type { ModelApi } from '../src/engine/model-contract';
import { NETWORK_APIS, removeNetworkApis } from './engine/host/prelude';
import { fieldsOf } from './engine/host/wire';
import { runFit } from './models/run-fit';

/** Between two parts of a fit the page hears how far it is. Who wants it stopped ends the worker. */
const api: ModelApi = {
  async fit(id, ipc, params, onShare) {
    try {
      const value = await runFit(id, ipc, params, async (share) => onShare(share));
      return { ok: true, value };
    } catch (error) {
      return { ok: false, error: fieldsOf(error, new AbortController().signal) };
    }
  },
};
// As in the engine: a blob: worker has the page's policy, and without these it could not even ask.
removeNetworkApis(self, NETWORK_APIS);
expose(api);
postMessage('up');
