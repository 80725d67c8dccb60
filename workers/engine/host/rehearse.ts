import { sampleFileName, sampleShop } from '../../../src/sample/shop';
import { textTable } from '../../../src/engine/source-contract';
import { dropShop, importShop } from '../import/import-shop';
import type { EngineHost } from './host';
import { makeTables } from '../build/make-tables';
import { analysisOf, runnableText } from '../ask/run-analysis';

const LINES = 400;
const NAME = 'rehearsal';

/**
 * A small invented shop goes the whole way from its text to the first picture, in a database of its own that is dropped.
 * The browser compiles the engine's code as it first runs: a person's file then finds it compiled.
 */
export async function rehearse(signal: AbortSignal, host: EngineHost): Promise<void> {
  const quiet: EngineHost = {
    ...host,
    onProgress: () => undefined,
    during: () => host.during(null, null, null),
  };
  quiet.during('starting', null, null);
  const file = new File([...sampleShop({ lines: LINES }).chunks()], sampleFileName);
  const shop = await importShop(signal, quiet, NAME, [textTable(file)], {});
  try {
    await makeTables(signal, quiet, shop, {});
    await host.database.bytes(signal, runnableText(analysisOf('cohort-retention'), {}).sql);
  } finally {
    await dropShop(quiet, NAME);
  }
}
