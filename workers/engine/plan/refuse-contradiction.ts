import { EngineError } from '../../../src/engine/errors';
import { productKey, productMerges, type ProductNames } from '../../../src/ingest/names/product-names';

const badChoice = (name: string, expected: string): EngineError =>
  new EngineError({ code: 'bad-parameter', message: `The choice ${name} has to be ${expected}.` });

/** Names of products that count as each other name no product in the end. */
export function refuseContradiction(names: unknown): void {
  if (names === undefined) return;
  const isList = typeof names === 'object' && names !== null && !Array.isArray(names);
  const said = Object.entries(isList ? names : { '': '' });
  if (said.some((pair) => pair.some((name) => typeof name !== 'string' || productKey(name) === '')))
    throw badChoice('product_names', "names of products, such as {'Mug, white': 'White mug'}");
  if (productMerges(names as ProductNames) === null)
    throw badChoice(
      'product_names',
      'without circles: a name that counts as another is no product of its own',
    );
}
