import type { Choices } from '../../../src/domain/choices';
import { DEFINITIONS } from '../../../src/domain/definitions';
import type { Provenance } from '../../../src/domain/table';
import type { EngineHost } from '../host/host';
import type { Shop } from '../shop';

/** Where an answer comes from: versions, files with their hashes, choices; `started` as `performance.now()` gives it. */
export async function provenanceOf(
  { appVersion, database }: EngineHost,
  shop: Shop,
  started: number,
  params?: Record<string, unknown>,
): Promise<Provenance> {
  return {
    app: appVersion,
    definitions: DEFINITIONS,
    engine: `DuckDB ${database.version}`,
    files: await Promise.all(
      shop.files.map(async ({ name, sha256: hash }) => ({ name, sha256: await hash() })),
    ),
    choices: withoutValues(shop.choices),
    ...(params ? { params } : {}),
    milliseconds: Math.round(performance.now() - started),
  };
}

/** Choices that can be shown to anybody: who was set apart is named by ids and addresses, and of products only how many names count as another. */
function withoutValues({ identity, product_names, ...choices }: Choices): object {
  const { apart: _people, ...rest } = identity ?? {};
  return {
    ...choices,
    ...(identity ? { identity: rest } : {}),
    ...(product_names ? { product_names: Object.keys(product_names).length } : {}),
  };
}
