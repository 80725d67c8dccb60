import type { FileAttributes } from '../../src/domain/attributes';
import type { Choices, Field } from '../../src/domain/choices';
import type { MappingProposal } from '../../src/domain/mapping';
import type { Question } from '../../src/domain/evidence';
import type { ReportFile } from '../../src/domain/report';
import type { TableSeen } from '../../src/domain/tables';
import type { LapseLine } from '../../src/domain/standing';
import type { LateTable } from './late-tables';
import { IDENTITY_FIELDS } from '../../src/domain/choices';
import type { BuiltReport, Inspection } from '../../src/engine/contract';
import { EngineError } from '../../src/engine/errors';
import { wrongChoice } from '../../src/ingest/check-choices';
import { dateOrderQuestion } from '../../src/ingest/mapping-questions';
import { ratesOf } from './rates';
import { discountRate, onceAnOrder } from './reading-rules';
import { answerUnasked, fewQuestions } from '../../src/ingest/few-questions';
import { onlyPrefix } from '../../src/ingest/phone-prefix';
import { proposeMapping } from '../../src/ingest/propose-mapping';
import { resolveMap } from '../../src/ingest/resolve-map';
import type { Step } from './bridge';
import { builtBy, ruleAction, type Plan } from './plan';
import type { Database } from './database';
import { askedOfValues } from './asked-of-values';
import { countExactly, countHighest, countRepeated } from './closer-counts';
import { countWhole, type CountedColumns } from './evidence';
import { generationOf, type Generation } from './generations';
import { countOrders } from './in-orders';
import { keyBeside, lookAtOrders, lookAtDays, tillOf } from './order-look';
import type { LoadedFile } from './load-file';
import { fieldsOf, type RefundList } from './refund-list';
import { refuseContradiction } from './refuse-contradiction';
import { mayHoldSentinels } from './sentinel-dates';
import { countSums } from './sums';
import { countVisits } from './visits';

/** One import in memory, in a database of its own: a new one never touches the tables of the one before. */
export interface Shop {
  /** Name of the attached in-memory database. */
  database: string;
  /** Its tables are compressed as they are committed. */
  isCompressed: boolean;
  /** Questions are answered from its tables: from then on they are replaced all at once or not at all. */
  isInUse: boolean;
  /** The table of orders or lines, by whose name the import goes. */
  file: { name: string; bytes: number };
  /** Every dropped file once, with the SHA-256 of its bytes in hex; counted while the engine reads. */
  files: { name: string; bytes: number; sha256: () => Promise<string> }[];
  tables: TableSeen[];
  refunds: RefundList | null;
  generations: Generation[];
  /** For each table where its columns stand in `raw`; null where a lone table is `raw`. */
  places: ReadonlyMap<number, number[]> | null;
  /** What the tables themselves cannot tell. */
  questions: Question[];
  loaded: LoadedFile;
  counted: CountedColumns;
  /** How dates and numbers were last read; null before anybody has looked. */
  readings: Pick<MappingProposal, 'dates' | 'numbers' | 'layout'> | null;
  /** The choices that the tables were last built with. */
  choices: Choices;
  /** What the tables were last built by. */
  plan: Plan | null;
  /** The steps from the file to the tables' number; empty before there are tables. */
  bridge: Step[];
  /** Tables that were prepared and not yet asked for: the choices they were made with, as JSON, and their report. */
  made: { choices: string; report: BuiltReport } | null;
  /** What was said of the tables that stand. */
  report: BuiltReport | null;
  late: Set<LateTable>;
  /** What orders can be told apart by: columns of the file. */
  attributes: FileAttributes;
  /** Columns whose values stand among the attributes of first orders or of orders. */
  columns: Set<string>;
  /** Lines between silent and gone that stand in `lapse_lines`, by the text that draws them. */
  lines: Map<string, LapseLine>;
}

/** What the file means under these choices. Throws `bad-parameter` for a choice that cannot be. */
export function proposalFor(shop: Shop, choices: Choices): MappingProposal {
  refuseWrong(choices);
  const resolved = resolveMap(choices.map ?? {}, shop.counted.columns);
  if (!resolved.ok) throw new EngineError({ ...resolved.error, file: shop.file.name });
  refuseContradiction(choices.product_names);
  return proposeMapping(shop.counted.columns, shop.file, choices);
}

/** Throws `bad-parameter` for a choice that is not known, or cannot have its value. */
export function refuseWrong(choices: Choices): void {
  const message = wrongChoice(choices);
  if (message !== null) throw new EngineError({ code: 'bad-parameter', message });
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
  const isOpen = ({ id }: Question) => !asked.some((one) => one.id === id);
  const { asked: questions, assumed } = fewQuestions(
    [...shop.questions, ...proposal.questions.filter(isOpen), ...asked],
    choices,
  );
  return { ...proposal, dates, questions, ...(assumed.length > 0 ? { assumed } : {}) };
}

/** What the list of refunds means: one program wrote both, so day and month stand as in the orders. */
function refundsOf({ refunds }: Shop, { date_order }: MappingProposal, choices: Choices): Plan['refunds'] {
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

/** All that building needs. Throws `needs-choice` where a person would be asked. */
export function planFor(shop: Shop, proposal: MappingProposal, choices: Choices, today: string): Plan {
  if (proposal.refusal)
    throw new EngineError({ code: 'not-sales', file: shop.file.name, ...proposal.refusal });
  if (proposal.questions.length > 0) {
    const [first] = proposal.questions;
    throw new EngineError({
      code: 'needs-choice',
      message: first?.question ?? 'A choice is needed.',
      file: shop.file.name,
      questions: proposal.questions,
    });
  }
  const positions = Object.fromEntries(proposal.fields.map(({ field, position }) => [field, position]));
  if (positions.date === undefined)
    throw new EngineError({
      code: 'not-sales',
      file: shop.file.name,
      message:
        'Without dates nobody can be seen to come back: no column of this file is the date of an order.',
      next: 'Export the orders with the day on which each was placed.',
    });
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
    assumed: (proposal.assumed ?? []).map(({ question, options, ...one }) => ({
      question,
      answer:
        options.find(({ value }) => value === answerUnasked({ question, options, ...one }))?.label ?? '',
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

/** A column that a person has named as the date, or as money, of which not one value can be read as such. */
function refuseUnreadable(
  { file, loaded, counted }: Shop,
  { fields, dates, numbers, amount_from }: MappingProposal,
): void {
  // Beside an amount, pieces or prices may be left empty from top to bottom.
  const isEmpty = (position: number) => counted.columns[position]?.filled === 0;
  const unreadable = fields.find(({ field, position }) =>
    field === 'date'
      ? !dates[position]
      : MONEY.includes(field) &&
        !numbers[position] &&
        !(amount_from === 'amount' && field !== 'amount' && isEmpty(position)),
  );
  if (!unreadable) return;
  const { field, column, position } = unreadable;
  const what = field === 'date' ? 'a date' : 'a number';
  const [example = ''] = counted.columns[position]?.examples ?? [];
  const line = (loaded.dialect?.skip_lines ?? 0) + (loaded.dialect?.has_header ? 2 : 1);
  throw new EngineError({
    code: field === 'date' ? 'not-dates' : 'not-numbers',
    message: `${file.name}, line ${line}: "${example}" in column "${column}" is not ${what} that can be read, nor is any other value of that column.`,
    file: file.name,
    line,
    column,
    next: `Choose the column that holds ${what} in every row, or write this one as ${what} in your shop or spreadsheet and export again.`,
  });
}

const MONEY: readonly string[] = ['amount', 'unit_price', 'quantity'];

const isNameChosen = (choices: Choices): boolean =>
  choices.map?.customer_name !== undefined && choices.map.customer_name !== null;

/** What the mapping page is told of a file. */
export async function inspectionOf(
  signal: AbortSignal,
  database: Database,
  shop: Shop,
  choices: Choices,
): Promise<Inspection> {
  const { loaded, counted, file } = shop;
  const proposal = await settledProposal(signal, database, shop, choices);
  shop.readings = proposal;
  const { delimiter, has_header, skip_lines, layout } = loaded.dialect;
  const main =
    shop.tables.find(({ role }) => role === 'lines') ?? shop.tables.find(({ role }) => role === 'orders');
  const sheet = main?.sheet ?? null;
  const sheets = shop.tables.flatMap((table) => (table.name === file.name ? (table.sheet ?? []) : []));
  return {
    tables: shop.tables,
    file: { ...file, rows: loaded.rows, sheet, sheets, encoding: loaded.encoding },
    dialect: { delimiter, has_header, skip_lines, layout },
    columns: counted.columns,
    proposal,
    evidence: loaded.evidence,
  };
}

/** Every table with the file that it came from, for the report. */
export function reportFiles({ files, tables }: Shop): Promise<ReportFile[]> {
  return Promise.all(
    tables.map(async ({ name, member, sheet, role, rows }) => {
      const file = files.find((one) => one.name === name);
      return {
        name,
        bytes: file?.bytes ?? 0,
        sha256: (await file?.sha256()) ?? '',
        rows,
        sheet,
        member,
        role,
      };
    }),
  );
}
