import { fault } from '../../../src/domain/said/problems';
import { EngineFault } from '../../../src/engine/errors';
import { productKey, productMerges, type ProductNames } from '../../../src/ingest/names/product-names';

const badNames = (needed: 'product-names' | 'no-circles'): EngineFault => {
  const wrong = { id: 'needed', values: { needed } } as const;
  return new EngineFault(fault('wrong-choice', { name: 'product_names', wrong }, { code: 'bad-parameter' }));
};

/** Names of products that count as each other name no product in the end. */
export function refuseContradiction(names: unknown): void {
  if (names === undefined) return;
  const isList = typeof names === 'object' && names !== null && !Array.isArray(names);
  const said = Object.entries(isList ? names : { '': '' });
  if (said.some((pair) => pair.some((name) => typeof name !== 'string' || productKey(name) === '')))
    throw badNames('product-names');
  if (productMerges(names as ProductNames) === null) throw badNames('no-circles');
}
