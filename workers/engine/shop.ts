import type { Choices } from '../../src/domain/choices';
import type { MappingProposal } from '../../src/domain/mapping';
import { isDay, isZone } from '../../src/domain/calendar';
import { IDENTITY_FIELDS } from '../../src/domain/choices';
import type { BuiltReport, Inspection } from '../../src/engine/contract';
import { EngineError } from '../../src/engine/errors';
import { proposeMapping } from '../../src/ingest/propose-mapping';
import { resolveMap } from '../../src/ingest/resolve-map';
import type { Step } from './bridge';
import { ruleAction, type Plan } from './build-warehouse';
import type { Database } from './database';
import { countWhole, type CountedColumns } from './evidence';
import type { LoadedFile } from './load-file';

/** One file in memory, in a database of its own: a new file never touches the tables of the one before. */
export interface Shop {
  /** Name of the attached in-memory database. */
  database: string;
  file: { name: string; bytes: number };
  loaded: LoadedFile;
  counted: CountedColumns;
  /** SHA-256 of the file's bytes, in hex; counted while the engine reads. */
  sha256: Promise<string>;
  /** The choices that the tables were last built with. */
  choices: Choices;
  /** What the tables were last built by. */
  plan: Plan | null;
  /** The steps from the file to the tables' number; empty before there are tables. */
  bridge: Step[];
  /** Tables that were prepared and not yet asked for: the choices they were made with, as JSON, and their report. */
  made: { choices: string; report: BuiltReport } | null;
  hasAttributes: boolean;
}

/** What the file means under these choices. Throws `bad-parameter` for a choice that cannot be. */
export function proposalFor(shop: Shop, choices: Choices): MappingProposal {
  const resolved = resolveMap(choices.map ?? {}, shop.counted.columns);
  if (!resolved.ok) throw new EngineError({ ...resolved.error, file: shop.file.name });
  if (choices.as_of !== undefined && !isDay(choices.as_of))
    throw badChoice('as_of', 'a day such as 2024-12-31');
  if (choices.zone !== undefined && !isZone(choices.zone))
    throw badChoice('zone', 'a zone such as Europe/Paris');
  return proposeMapping(shop.counted.columns, shop.file, choices);
}

const badChoice = (name: string, expected: string): EngineError =>
  new EngineError({ code: 'bad-parameter', message: `The choice ${name} has to be ${expected}.` });

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
  while (await countWhole(signal, database, shop.counted, proposal.fields))
    proposal = proposalFor(shop, choices);
  return proposal;
}

/** All that building needs. Throws `needs-choice` where a person would be asked. */
export function planFor(shop: Shop, proposal: MappingProposal, choices: Choices, today: string): Plan {
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
  refuseUnreadable(shop, proposal);
  const identity = IDENTITY_FIELDS.filter((field) => positions[field] !== undefined);
  const wrapped = [positions.customer, positions.order_id].filter(
    (at) => at !== undefined && (shop.counted.columns[at]?.wrapped_ids ?? 0) > 0,
  ) as number[];
  const name_is_identity = isNameChosen(choices) && identity.every((field) => field === 'customer_name');
  return {
    reading: {
      positions,
      dates: proposal.dates,
      numbers: proposal.numbers,
      integer_digits: shop.counted.integer_digits,
      amount_from: proposal.amount_from ?? 'amount',
      amount_level: proposal.amount_level,
      tax: choices.tax ?? 'out',
      zone: choices.zone ?? null,
      wrapped: ruleAction(choices, 'id_wrapper') === 'drop' ? wrapped : [],
      unpadded: [...shop.counted.unpadded],
    },
    columns: shop.loaded.headers.length,
    choices,
    order_grain: proposal.order_grain,
    refund_includes_tax: proposal.refund_includes_tax,
    name_is_identity,
    has_customers: name_is_identity || identity.some((field) => field !== 'customer_name'),
    today,
  };
}

/** A column that a person has named as the date, or as money, of which not one value can be read as such. */
function refuseUnreadable(
  { file, loaded, counted }: Shop,
  { fields, dates, numbers }: MappingProposal,
): void {
  const unreadable = fields.find(({ field, position }) =>
    field === 'date' ? !dates[position] : MONEY.includes(field) && !numbers[position],
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
  const { delimiter, has_header, skip_lines, layout } = loaded.dialect;
  return {
    file: { ...file, rows: loaded.rows, sheet: null, sheets: [], encoding: loaded.encoding },
    dialect: { delimiter, has_header, skip_lines, layout },
    columns: counted.columns,
    proposal,
    evidence: loaded.evidence,
  };
}
