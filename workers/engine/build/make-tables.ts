import type { Choices } from '../../../src/domain/choices';
import type { LateTable } from '../shop';
import type { BuiltReport } from '../../../src/engine/contract';
import { EngineFault } from '../../../src/engine/errors';
import { nothingUsed } from '../../../src/ingest/mapping/nothing-used';
import { bridgeSteps } from '../report/bridge';
import { buildWarehouse } from './build-warehouse';
import { runChecks } from './checks';
import { countReport } from '../report/count-report';
import { settleDayEnd } from './day-end';
import { findAttributes } from './column-attributes';
import type { EngineHost } from '../host/host';
import { tillOf } from '../evidence/order-look';
import { provenanceOf } from '../report/provenance';
import { isRenaming, productFacts, renameProducts } from './rename-products';
import { todayAnywhere } from '../host/today';
import { planFor } from '../plan/plan-for';
import { proposalFor, settledProposal } from '../plan/proposal';
import { reportFiles } from '../report/report-files';
import type { Shop } from '../shop';

/** The tables of a shop under these choices, and their report; made once where they were prepared before. */
export async function makeTables(
  signal: AbortSignal,
  host: EngineHost,
  shop: Shop,
  choices: Choices,
): Promise<BuiltReport> {
  const { database } = host;
  const wanted = JSON.stringify(choices);
  if (shop.made?.choices === wanted) return shop.made.report;
  const started = performance.now();
  shop.made = null;
  await database.run(signal, `use ${shop.database}`);
  if (isRenaming(shop, choices)) {
    proposalFor(shop, choices);
    return keepReport(shop, wanted, await renameProducts(signal, host, shop, choices));
  }
  shop.report = null;
  const proposal = await settledProposal(signal, database, shop, choices);
  const plan = planFor(shop, proposal, choices, todayAnywhere(Date.now()));
  await settleDayEnd(signal, database, plan, tillOf(shop.counted, proposal.fields));
  host.during('building', null, null);
  // Files are hashed beside the building; reading has the look at the text beside it. The report asks again, and says what failed.
  for (const { sha256 } of shop.files) void sha256().catch(() => undefined);
  const { currency, standIns } = await buildWarehouse(signal, database, plan, {
    isAtOnce: shop.isInUse || !shop.isCompressed,
    onStep: (done, total) =>
      host.onProgress({ stage: 'building', share: done / total, done, total, unit: 'steps' }),
  });
  host.during('checking', null, null);
  const bridge = await bridgeSteps(signal, database, shop.loaded.ragged > 0);
  const counted = await countReport(signal, database, shop, plan, bridge, currency, standIns);
  const unused = nothingUsed(shop.file.name, counted.rows_read, counted.rows_used, counted.set_aside);
  if (unused && !shop.isInUse) throw new EngineFault(unused);
  counted.facts.push(...(await runChecks(signal, database)));
  const attributes = await findAttributes(signal, database, shop, plan, {
    orders: counted.all.orders,
    customers: counted.identified.customers,
  });
  const fresh = { late: new Set<LateTable>(), columns: new Set<string>(), lines: new Map() };
  Object.assign(shop, { choices, plan, bridge, attributes, ...fresh });
  counted.facts.push(...(await productFacts(signal, database, shop)));
  return keepReport(shop, wanted, {
    ...counted,
    attributes: attributes.found.map(({ position: _at, field: _field, ...said }) => said),
    files: await reportFiles(shop),
    provenance: await provenanceOf(host, shop, started),
  });
}

function keepReport(shop: Shop, choices: string, report: BuiltReport): BuiltReport {
  Object.assign(shop, { made: { choices, report }, report });
  return report;
}
