/** Names of products that a person has said count as another: the name → the one it counts as. */
export type ProductNames = Readonly<Record<string, string>>;

export interface ProductMerge {
  name: string;
  same_as: string;
  /** Where the chain of such names ends: the product that is counted. */
  product: string;
}

/** Names with the same key are one product without anybody saying so; `product_names.sql` has the same rule. */
export const productKey = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

const byKey = (said: ProductNames) =>
  new Map(Object.entries(said).map(([name, same_as]) => [productKey(name), { name, same_as }]));

/** The names from this one to the end of its chain; the last one is met twice where they go in a circle. */
function chainOf(said: ReturnType<typeof byKey>, name: string): string[] {
  const chain = [name];
  const met = new Set([productKey(name)]);
  for (let next = said.get(productKey(name)); next; next = said.get(productKey(next.same_as))) {
    chain.push(next.same_as);
    if (met.has(productKey(next.same_as))) break;
    met.add(productKey(next.same_as));
  }
  return chain;
}

/** Each name with the product that it counts as in the end; a name that counts as itself is left out. Null where names go in a circle. */
export function productMerges(names: ProductNames): ProductMerge[] | null {
  const said = byKey(names);
  for (const [key, { same_as }] of said) if (productKey(same_as) === key) said.delete(key);
  const merges: ProductMerge[] = [];
  for (const { name, same_as } of said.values()) {
    const chain = chainOf(said, name);
    if (new Set(chain.map(productKey)).size < chain.length) return null;
    merges.push({ name, same_as, product: chain.at(-1)! });
  }
  return merges;
}

/** The names with some more that count as `same_as`; the last word stands where it contradicts an earlier one. */
export function withMerged(names: ProductNames, more: readonly string[], same_as: string): ProductNames {
  const said = byKey(names);
  for (const name of more) {
    if (productKey(name) === productKey(same_as)) continue;
    said.set(productKey(name), { name, same_as });
    const chain = chainOf(said, same_as);
    if (chain.some((one) => productKey(one) === productKey(name))) said.delete(productKey(same_as));
  }
  return Object.fromEntries([...said.values()].map(({ name, same_as: product }) => [name, product]));
}

/** The names without one that was said. */
export const withoutMerged = (names: ProductNames, name: string): ProductNames =>
  Object.fromEntries(Object.entries(names).filter(([said]) => said !== name));
