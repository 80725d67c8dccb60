import { FIELDS, type Choices, type Field } from '../../../domain/choices';
import type { FileAttribute } from '../../../domain/attributes';
import type { ColumnProfile } from '../../../domain/column-profile';
import type { ToldField } from '../../../domain/mapping';
import type { Inspection } from '../../../engine/contract';
import { format } from '../../../i18n/format';
import { shown } from '../../../i18n/shown';
import { words } from '../../../i18n/words';
import { confirmedChoices } from './mapping-rows';

const said = () => words.pages.mappingPreview.columns;

/** One column of the file: what it is used as, how sure that is, and who else could be it. */
export interface ColumnRow {
  position: number;
  column: string;
  /** The field it is read as, `by customer` (order, line) where customers, orders or lines are told apart by it, '' where it is not used. */
  use: string;
  why: string;
}

const RISK = { guess: 0, likely: 1, sure: 3 } as const;

const BY = 'by ';
const LEVELS = ['customer', 'order', 'line'] as const;

/** All columns of the file: those that are unsure first, then rivals of others, those in use, those to split by, and the rest as they stand. */
export function columnRows(
  { columns, proposal }: Inspection,
  attributes: readonly FileAttribute[],
): ColumnRow[] {
  const level = new Map(attributes.map((one) => [one.header, one.level]));
  const of = new Map(proposal.fields.map((one) => [one.position, one]));
  const rivals = new Set(proposal.fields.flatMap((one) => one.rivals ?? []));
  const risk = ({ position, column }: { position: number; column: string }) => {
    const found = of.get(position);
    return found ? RISK[found.confidence] : rivals.has(column) ? 2 : level.has(column) ? 4 : 5;
  };
  return columns
    .map(({ position, column }) => {
      const by = level.get(column);
      return { position, column, use: of.get(position)?.field ?? (by ? `${BY}${by}` : '') };
    })
    .toSorted((a, b) => risk(a) - risk(b) || a.position - b.position)
    .map((row) => ({ ...row, why: whyOf(of.get(row.position)) }));
}

const whyOf = (found: ToldField | undefined): string =>
  found ? `${words.pages.mapping.sure[found.confidence]} · ${found.reason}` : '';

/** The choices with a column used in another way: the field that it was read as is left without a column. */
export function withUse(
  choices: Choices,
  inspection: Inspection,
  { position, column, use: before }: Pick<ColumnRow, 'position' | 'column' | 'use'>,
  use: string,
): Choices {
  const level = LEVELS.find((one) => use === `${BY}${one}`);
  const isOf = (text: string) => text.startsWith(BY);
  const { [column]: _said, ...others } = choices.attributes ?? {};
  const said = level
    ? { [column]: level }
    : use === '' && isOf(before)
      ? { [column]: 'ignore' as const }
      : {};
  const attributes = { ...others, ...said };
  const { attributes: _before, ...rest } = choices;
  const changed = Object.keys(attributes).length > 0 ? { ...rest, attributes } : rest;
  if (!isField(before) && !isField(use)) return changed;
  const confirmed = confirmedChoices(changed, inspection);
  const map = { ...confirmed.map };
  if (isField(before)) map[before] = null;
  if (isField(use)) map[use] = position;
  return { ...confirmed, map };
}

const isField = (text: string): text is Field => (FIELDS as readonly string[]).includes(text);

/** What a column can be used as. */
export const uses: readonly { value: string; label: string }[] = [
  { value: '', label: said().unused },
  ...LEVELS.map((level) => ({ value: `${BY}${level}`, label: said().by[level] })),
  ...FIELDS.map((value) => ({ value, label: words.pages.fields[value] })),
];

/** "Texts · 3 different values · 2 % blank". */
export function holds({ kind, rows, filled, distinct }: ColumnProfile, isEstimate: boolean): string {
  if (kind === 'empty') return said().kinds.empty;
  return [
    said().kinds[kind],
    isEstimate ? said().aboutDifferent(distinct) : said().different(distinct),
    ...(filled < rows ? [said().blank(format.rate((rows - filled) / rows))] : []),
  ].join(' · ');
}

/** Where the most frequent text is on fewer rows, shares say nothing. */
const SELDOM = 0.01;

/** The texts on most rows with their shares, or that each row has its own. */
export function topLine({ top, filled, kind }: ColumnProfile): string {
  if (kind !== 'texts') return '';
  if (top.length === 0) return said().unique;
  if ((top[0]?.rows ?? 0) < SELDOM * filled)
    return said().suchAs(
      top
        .slice(0, 3)
        .map(({ text }) => shown(text, 30))
        .join(', '),
    );
  return top.map(({ text, rows }) => said().topOne(shown(text, 30), format.rate(rows / filled))).join(', ');
}

const edge = (value: number | string) =>
  typeof value === 'number' ? format.number(value) : format.date(value);

/** The ends of the pictured values, in words. */
export function spanOf({ bins }: ColumnProfile): string {
  const [first, last] = [bins[0], bins.at(-1)];
  return first && last ? said().between(edge(first.from), edge(last.to)) : '';
}

/** Heights of the bars, 0..1, with what each is in words. */
export function bars({ bins }: ColumnProfile): { height: number; title: string }[] {
  const most = Math.max(1, ...bins.map(({ rows }) => rows));
  return bins.map(({ from, to, rows }) => ({
    height: rows / most,
    title: said().binned(edge(from), edge(to), format.count(rows)),
  }));
}
