import { Chance } from '../thousand/chance';
import type { Language } from '../thousand/locales';
import { CONVENTIONS } from './conventions';
import { csvOf } from './csv';
import { Draft, plainColumns, rowsOf, type Convention, type Row } from './draft';
import { giveBack, shopOf } from './shop';

/** A generated file with its conventions and all that is known about it. */
export interface Written {
  seed: number;
  conventions: Convention[];
  files: File[];
  draft: Draft;
}

const LANGUAGES: Language[] = ['en', 'en', 'en', 'de', 'fr', 'es', 'pt', 'vi', 'zh', 'id', 'ja'];
/** Rules whose conventions take little of a file, so that they come second often enough. */
const OFTEN = [7, 8, 9, 16, 17, 21];
export const RULES = [...new Set(CONVENTIONS.map(({ rule }) => rule))].sort((a, b) => a - b);

/** Sizes from 20 rows on, small ones more often; a file of thousands takes seconds. */
function sizeOf(chance: Chance, most: number): number {
  const size = Math.round(20 * (most / 20) ** (chance.share() ** 5));
  return Math.max(20, size);
}

/** The first of the rule whose turn it is, and one or two of others that take other parts. */
function drawn(chance: Chance, seed: number, rule: number | null): Convention[] {
  const turns = [...RULES, ...RULES.filter((one) => !OFTEN.includes(one))];
  const wanted = rule ?? turns[seed % turns.length]!;
  const found = [chance.of(CONVENTIONS.filter((one) => one.rule === wanted))];
  const more = chance.whole(1, 2);
  for (let tries = 0; tries < 30 && found.length <= more; tries++) {
    const other = chance.of(RULES);
    const one = chance.of(CONVENTIONS.filter(({ rule: of }) => of === other));
    const isFree = found.every(
      (before) => before.rule !== one.rule && !one.takes.some((part) => before.takes.includes(part)),
    );
    if (isFree) found.push(one);
  }
  return found;
}

/** The encoding goes by the language that the others leave. */
const inOrder = (conventions: Convention[]): Convention[] =>
  conventions.toSorted((a, b) => Number(a.rule === ENCODING) - Number(b.rule === ENCODING));
const ENCODING = 21;

/** The file of a seed. `rule`: its first convention is of this one. */
export function writeShop(seed: number, { most = 20_000, rule = null as number | null } = {}): Written {
  const chance = new Chance(seed * 6007 + 11);
  const conventions = drawn(chance, seed, rule);
  const takes = (part: string) => conventions.some((one) => one.takes.some((taken) => taken === part));
  const size = sizeOf(chance, most);
  const isLines = !takes('grain') && chance.is(0.4);
  const draft = new Draft(seed, shopOf(chance, isLines ? Math.max(20, Math.round(size / 2)) : size, 3));
  draft.language = chance.of(LANGUAGES);
  if (isLines) draft.grain = 'line';
  if (chance.is(0.3)) {
    draft.decimal = ',';
    draft.delimiter = ';';
  } else draft.delimiter = chance.of([',', ',', ';', '\t']);
  if (chance.is(0.2)) draft.group = draft.decimal === ',' ? '.' : ',';
  draft.byPrice = !takes('amount') && draft.grain === 'line' && chance.is(0.4);
  for (const one of inOrder(conventions)) one.plan?.(draft);
  // Without a number and a buyer nothing says which lines are of one order.
  if (!draft.hasNumber)
    for (const order of draft.shop.orders) if (order.buyer === null) order.lines.length = 1;
  const isPlain = !['refund', 'amount', 'number', 'rows'].some(takes);
  if (isPlain && chance.is(0.3)) {
    giveBack(draft.chance, draft.shop);
    draft.hasRefundRows = true;
  }
  draft.rows = rowsOf(draft);
  draft.columns = plainColumns(draft);
  for (const one of conventions) one.write?.(draft);
  const isVeiled = (row: Row, id: string) => !row.isFirst && draft.onFirstRows.includes(id);
  const texts = draft.rows.map((row) =>
    draft.columns.map(({ id, text }) => (isVeiled(row, id) ? '' : (row.own?.[id] ?? text(row)))),
  );
  const table = conventions.reduce(
    (all, one) => one.finish?.(draft, all) ?? all,
    [draft.columns.map(({ head }) => head), ...texts],
  );
  const packer = conventions.find(({ pack }) => pack);
  const text = csvOf(table, draft.delimiter);
  const bytes = draft.encode?.(text);
  // Where a letter has no place in the encoding, the file is in UTF-8.
  if (bytes === null)
    conventions.splice(0, conventions.length, ...conventions.filter(({ rule: of }) => of !== ENCODING));
  const files = packer?.pack?.(draft, table) ?? [new File([bytes ?? text], draft.fileName)];
  return { seed, conventions, files, draft };
}

export const namesOf = ({ conventions }: Written): string => conventions.map(({ id }) => id).join(' + ');
