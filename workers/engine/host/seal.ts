import { NETWORK_APIS, removeNetworkApis } from './prelude';

/**
 * DuckDB's own lock, in this order, before any data is there. `autoload` comes first: with its default any use of
 * json, parquet or icu asks a host on the network, and offline that ends in a wasm trap.
 */
export const LOCK = [
  'set autoload_known_extensions = false',
  'set autoinstall_known_extensions = false',
  'set allow_community_extensions = false',
  'set enable_progress_bar = true',
  'set progress_bar_time = 0',
  "set memory_limit = '3600MB'",
  "set allowed_directories = ['in/']",
  'set enable_external_access = false',
  'set lock_configuration = true',
];

/** Close the network walls of both workers; from here on user data may come in. */
export async function seal(duckdbWorker: Worker): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<{ sealed: boolean }>((resolve) => {
    port1.onmessage = (event: MessageEvent<{ sealed: boolean }>) => resolve(event.data);
  });
  duckdbWorker.postMessage({ regulars: 'seal', port: port2 }, [port2]);
  const { sealed } = await answer;
  port1.close();
  removeNetworkApis(self, NETWORK_APIS);
  return sealed;
}
