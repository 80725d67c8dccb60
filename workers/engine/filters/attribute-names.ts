import { SHARED_PARAMS, type Analysis } from '../../../src/analyses/define';
import { KNOWN_ATTRIBUTES } from '../../../src/domain/attributes';
import type { AnalysisParams } from '../../../src/engine/call-contract';
import { fault } from '../../../src/domain/said/problems';
import { EngineFault } from '../../../src/engine/errors';
import { attributeNamed, MOST_VALUES } from '../../../src/ingest/attributes';
import { parsedText } from './customers-who';
import type { Shop } from '../shop';

/** Keys of a filter that are no attributes. */
const OTHER_KEYS: Readonly<Record<string, readonly string[]>> = {
  customers_who: ['status', 'tenure', 'rfm'],
  orders_that: ['from', 'to', 'first_order'],
};

/**
 * The parameters with attributes by the names that tables know them by: a header becomes its field, and capitals those of the file.
 * Throws `missing-data` with the reason for a column that is no attribute; what is no column at all is refused where it is read.
 */
export function withNames(shop: Shop, { params: own }: Analysis, given: AnalysisParams): AnalysisParams {
  const named = { ...given };
  for (const { name, kind } of [...own, ...SHARED_PARAMS]) {
    const value = given[name];
    if (value === undefined || value === null) continue;
    if (kind === 'attribute') named[name] = nameOf(shop, String(value));
    if (kind === 'customers_who' || kind === 'orders_that')
      named[name] = filterOf(shop, name, typeof value === 'string' ? parsedText(value) : value);
  }
  return named;
}

function filterOf(shop: Shop, name: string, asked: unknown): AnalysisParams[string] {
  const others = OTHER_KEYS[name] ?? [];
  const said = Object.entries(asked as Record<string, unknown>).map(
    ([key, value]) => [others.includes(key) ? key : nameOf(shop, key), value] as const,
  );
  const twice = said.find(([key], at) => said.findIndex(([one]) => one === key) !== at);
  if (!twice) return Object.fromEntries(said) as AnalysisParams[string];
  throw new EngineFault(
    fault('named-twice', { parameter: name, attribute: twice[0] }, { code: 'bad-parameter' }),
  );
}

function nameOf({ attributes }: Shop, asked: string): string {
  if (KNOWN_ATTRIBUTES.some((name) => name === asked)) return asked;
  const found = attributeNamed(attributes.found, asked);
  if (found) return found.name;
  const other = attributeNamed(
    attributes.others.map((one) => ({ ...one, name: one.header })),
    asked,
  );
  if (!other) return asked;
  const values = {
    header: other.header,
    why: other.why,
    field: 'field' in other ? other.field : '',
    values: 'values' in other ? other.values : 0,
    most: MOST_VALUES,
    known: attributes.found.map(({ name }) => name),
  };
  throw new EngineFault(fault('not-splittable', values, { code: 'missing-data', column: other.header }));
}
