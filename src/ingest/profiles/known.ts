import { foldName } from '../fold-name';
import type { Profile } from './profile';
import { shopifyOrders } from './shopify-orders';
import { uciOnlineRetail } from './uci-online-retail';

const KNOWN: Profile[] = [shopifyOrders, uciOnlineRetail];

/** The known export whose fingerprint stands in the headers, or null. */
export function recognise(headers: string[]): Profile | null {
  const folded = new Set(headers.map(foldName));
  return KNOWN.find(({ fingerprint }) => fingerprint.every((name) => folded.has(foldName(name)))) ?? null;
}
