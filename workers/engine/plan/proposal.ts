import type { Choices, Field } from '../../../src/domain/choices';
import type { OpenQuestion } from '../../../src/domain/said/questions';
import type { MappingProposal } from '../../../src/domain/mapping';
import { EngineFault } from '../../../src/engine/errors';
import { wrongChoice } from '../../../src/ingest/mapping/check-choices';
import { fewQuestions } from '../../../src/ingest/mapping/few-questions';
import { dateOrderQuestion } from '../../../src/ingest/mapping/mapping-questions';
import { proposeMapping } from '../../../src/ingest/mapping/propose-mapping';
import { resolveMap } from '../../../src/ingest/mapping/resolve-map';
import { countExactly, countHighest, countRepeated } from '../evidence/exact-counts';
import { countWhole } from '../evidence/evidence';
import { countOrders } from '../evidence/in-orders';
import { lookAtDays, lookAtOrders } from '../evidence/order-look';
import { countSums } from '../evidence/sums';
import { countVisits } from '../evidence/visits';
import type { Database } from '../host/database';
import { fieldsOf } from '../import/refund-list';
import { askedOfValues } from '../questions/asked-of-values';
import type { Shop } from '../shop';
import type { Plan } from './plan';
import { refuseContradiction } from './refuse-contradiction';

/** What the file means under these choices. Throws `bad-parameter` for a choice that cannot be. */
export function proposalFor(shop: Shop, choices: Choices): MappingProposal {
  refuseWrong(choices);
  const resolved = resolveMap(choices.map ?? {}, shop.counted.columns);
  if (!resolved.ok) throw new EngineFault({ ...resolved.error, file: shop.file.name });
  refuseContradiction(choices.product_names);
  return proposeMapping(shop.counted.columns, shop.file, choices);
}

/** Throws `bad-parameter` for a choice that is not known, or cannot have its value. */
export function refuseWrong(choices: Choices): void {
  const wrong = wrongChoice(choices);
  if (wrong !== null) throw new EngineFault(wrong);
}

/**
 * The same, after every column that it reads has been counted whole. Counting a column can change what is proposed,
 * so it is asked again until nothing new is read; each turn counts at least one column more.
 */
export async function settledProposal(
  signal: AbortSignal,
  database: Database,
  shop: Shop,
  choices: Choices,
): Promise<MappingProposal> {
  let proposal = proposalFor(shop, choices);
  const at = (wanted: Field) => proposal.fields.find(({ field }) => field === wanted)?.position;
  const learn = async () =>
    (await countWhole(signal, database, shop.counted, readAs(proposal))) ||
    (await countExactly(signal, database, shop.counted, proposal)) ||
    (await countVisits(signal, database, shop.counted, proposal.fields)) ||
    (await lookAtOrders(signal, database, shop.counted, proposal)) ||
    (await lookAtDays(signal, database, shop.counted, proposal)) ||
    (await countOrders(signal, database, shop.counted, proposal)) ||
    (await countSums(signal, database, shop.counted, proposal));
  while (await learn()) proposal = proposalFor(shop, choices);
  const [order, shipping] = [at('order_id'), at('shipping')];
  if (order !== undefined && shipping !== undefined)
    await countRepeated(signal, database, shop.counted, proposal, order, shipping);
  const discount = at('discount');
  if (discount !== undefined)
    await countHighest(signal, database, shop.counted, discount, proposal.numbers[discount]);
  const unclear = refundsOf(shop, proposal, choices)?.fields.ambiguous;
  const { dates, asked } = await askedOfValues(signal, database, shop, proposal, choices);
  if (unclear) asked.unshift(dateOrderQuestion(unclear));
  const isOpen = ({ id }: OpenQuestion) => !asked.some((one) => one.id === id);
  const { asked: questions, assumed } = fewQuestions(
    [...shop.questions, ...proposal.questions.filter(isOpen), ...asked],
    choices,
  );
  return { ...proposal, dates, questions, ...(assumed.length > 0 ? { assumed } : {}) };
}

/** What the list of refunds means: one program wrote both, so day and month stand as in the orders. */
export function refundsOf(
  { refunds }: Shop,
  { date_order }: MappingProposal,
  choices: Choices,
): Plan['refunds'] {
  if (!refunds) return null;
  const order = choices.date_order ?? (date_order === 'ymd' ? null : date_order);
  return {
    list: refunds,
    fields: fieldsOf(refunds, { ...choices, ...(order ? { date_order: order } : {}) }),
  };
}

/** The columns that are read, with those that only the export's layout reads. */
function readAs({ fields, layout }: MappingProposal): { field: Field; position: number }[] {
  const { adjusted_total, returned_quantity } = layout.refunds;
  const money = [...layout.terms.map(({ position }) => position), adjusted_total, returned_quantity];
  return [
    ...fields,
    ...money.flatMap((position) => (position === null ? [] : [{ field: 'amount' as const, position }])),
  ];
}
