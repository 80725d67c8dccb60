import { IDENTITY_FIELDS, type Choices } from '../../../src/domain/choices';
import type { MappingProposal } from '../../../src/domain/mapping';
import { fault } from '../../../src/domain/said/problems';
import { EngineFault } from '../../../src/engine/errors';
import { answerUnasked } from '../../../src/ingest/mapping/few-questions';
import { onlyPrefix } from '../../../src/ingest/who/phone-prefix';
import { keyBeside, tillOf } from '../evidence/order-look';
import { generationOf } from '../import/generations';
import { mayHoldSentinels } from '../questions/sentinel-dates';
import { ratesOf } from '../reading/rates';
import { discountRate, onceAnOrder } from '../reading/reading-rules';
import type { Shop } from '../shop';
import { builtBy, ruleAction, type Plan } from './plan';
import { refundsOf } from './proposal';
import { refuseUnreadable } from './refuse-unreadable';

/** All that building needs. Throws `needs-choice` where a person would be asked. */
export function planFor(shop: Shop, proposal: MappingProposal, choices: Choices, today: string): Plan {
  if (proposal.refusal)
    throw new EngineFault({ ...proposal.refusal, code: 'not-sales', file: shop.file.name });
  if (proposal.questions.length > 0)
    throw new EngineFault({
      ...fault('needs-choice', {}, { file: shop.file.name }),
      questions: proposal.questions,
    });
  const positions = Object.fromEntries(proposal.fields.map(({ field, position }) => [field, position]));
  if (positions.date === undefined)
    throw new EngineFault(fault('no-order-date', {}, { code: 'not-sales', file: shop.file.name }));
  refuseUnreadable(shop, proposal);
  const identity = IDENTITY_FIELDS.filter((field) => positions[field] !== undefined);
  const wrapped = [positions.customer, positions.order_id, positions.phone, positions.refund_of].filter(
    (at) => at !== undefined && (shop.counted.columns[at]?.wrapped_ids ?? 0) > 0,
  ) as number[];
  const prefix = onlyPrefix(shop.counted.prefixes.get(positions.phone ?? -1) ?? []);
  const name_is_identity = isNameChosen(choices) && identity.every((field) => field === 'customer_name');
  return {
    reading: {
      positions,
      dates: proposal.dates,
      numbers: proposal.numbers,
      integer_digits: shop.counted.integer_digits,
      amount_from: proposal.amount_from,
      amount_level: proposal.amount_level,
      layout: proposal.layout,
      tax: choices.tax ?? 'out',
      shipping: choices.shipping ?? 'out',
      generation: generationOf(shop.generations),
      destroyed: [positions.customer, positions.order_id, positions.phone, positions.refund_of].filter(
        (at) => at !== undefined && (shop.counted.columns[at]?.destroyed ?? 0) > 0,
      ) as number[],
      order_key: keyBeside(
        proposal.order_grain,
        tillOf(shop.counted, proposal.fields),
        positions.date,
        proposal,
      ),
      once: onceAnOrder(shop, proposal),
      discount_rate: discountRate(shop, proposal),
      zone: choices.zone ?? null,
      day_ends_at: 0,
      currency_marks: proposal.currency_marks,
      currency: proposal.currency,
      rates: ratesOf(choices),
      wrapped: ruleAction(choices, 'id_wrapper') === 'drop' ? wrapped : [],
      undated: mayHoldSentinels(shop.counted, positions.date, proposal.dates),
      unpadded: [...shop.counted.unpadded],
    },
    columns: shop.loaded.headers.length,
    choices,
    order_grain: builtBy(proposal.order_grain),
    said_grain: proposal.order_grain,
    phone_prefix: choices.identity?.phone_prefix ?? prefix?.prefix ?? null,
    refunds: refundsOf(shop, proposal, choices),
    status_of_lines: statusIsOfLines(shop, proposal),
    name_is_identity,
    customer_is_guess: proposal.fields.some(
      ({ field, confidence }) => field === 'customer' && confidence === 'guess',
    ),
    assumed: (proposal.assumed ?? []).map((question) => ({
      question,
      answer: answerUnasked(question) ?? '',
    })),
    has_customers: name_is_identity || identity.some((field) => field !== 'customer_name'),
    today,
  };
}

/** On every row of an order stands a status: it can be that of the row. On first rows alone it is the order's. */
function statusIsOfLines(shop: Shop, { fields, amount_level, order_grain }: MappingProposal): boolean {
  const status = fields.find(({ field }) => field === 'status');
  const counted = shop.counted.columns[status?.position ?? -1];
  return (
    counted !== undefined &&
    builtBy(order_grain) === 'order_id' &&
    amount_level === 'line' &&
    counted.filled >= 0.95 * counted.rows
  );
}

const isNameChosen = (choices: Choices): boolean =>
  choices.map?.customer_name !== undefined && choices.map.customer_name !== null;
