import { FIELDS, IDENTITY_FIELDS, type Choices, type Field, type FieldMap } from '../../../domain/choices';
import type { Inspection } from '../../../engine/contract';
import { format } from '../../../i18n/format';
import { shown } from '../../../i18n/shown';
import { words } from '../../../i18n/words';

/** One line of the mapping page: our field, the column it is read from, and why. */
export interface MappingRow {
  field: Field;
  label: string;
  /** Position of the column as text, '' for none. */
  position: string;
  /** What "no column" is called here. */
  none: string;
  examples: string[];
  confidence: string;
  reason: string;
  /** 0 where it is sure or absent, more where it is less sure. */
  risk: number;
}

const RISK = { sure: 0, likely: 1, guess: 2 } as const;
const rivalsOf = (rivals: readonly string[]) =>
  words.pages.mappingPreview.columns.rival(format.list(rivals.map((one) => `“${shown(one, 40)}”`)));

export type GroupId = 'when' | 'much' | 'who' | 'order' | 'more';

/** Fields that answer one question, with the sentence that says how they answer it. */
export interface MappingGroup {
  id: GroupId;
  title: string;
  means: string;
  rows: MappingRow[];
}

const said = () => words.pages.mapping;
const GROUPS: Record<Exclude<GroupId, 'more'>, readonly Field[]> = {
  when: ['date'],
  much: ['amount', 'quantity', 'unit_price'],
  who: IDENTITY_FIELDS,
  order: ['order_id'],
};
const GROUPED = Object.values(GROUPS).flat();
/** Shown even where the file has no such column. */
const ALWAYS: readonly Field[] = ['date', 'customer', 'order_id'];

const positionOf = (inspection: Inspection, field: Field): number | undefined =>
  inspection.proposal.fields.find((one) => one.field === field)?.position;

function rowOf(inspection: Inspection, field: Field): MappingRow {
  const found = inspection.proposal.fields.find((one) => one.field === field);
  return {
    field,
    label: words.pages.fields[field],
    position: found ? String(found.position) : '',
    none: field === 'customer' && whoIs(inspection, {}) === 'nobody' ? said().noneCustomer : said().none,
    examples: inspection.columns[found?.position ?? -1]?.examples ?? [],
    confidence: found ? said().sure[found.confidence] : '',
    reason: [found?.reason ?? '', found?.rivals ? rivalsOf(found.rivals) : ''].join(' ').trim(),
    risk: found === undefined ? 0 : RISK[found.confidence],
  };
}

export type Who = 'customer' | 'email' | 'phone' | 'name' | 'names_unused' | 'nobody';

/** What tells customers apart. A name does so only where a person has chosen it: two people may share one. */
export function whoIs(inspection: Inspection, choices: Choices): Who {
  const has = (field: Field) => positionOf(inspection, field) !== undefined;
  if (has('customer')) return 'customer';
  if (has('email')) return 'email';
  if (has('phone')) return 'phone';
  if (!has('customer_name')) return 'nobody';
  return choices.map?.customer_name === undefined ? 'names_unused' : 'name';
}

/**
 * The lines of the mapping page in groups: what a file must have, then what this one has besides. `added` are fields
 * that the person wants to fill, or has just emptied.
 */
export function mappingGroups(
  inspection: Inspection,
  choices: Choices,
  added: ReadonlySet<Field>,
): MappingGroup[] {
  const hasAmount = inspection.proposal.amount_from !== null;
  const isShown = (field: Field) =>
    positionOf(inspection, field) !== undefined ||
    added.has(field) ||
    ALWAYS.includes(field) ||
    (field === 'amount' && !hasAmount);
  const rows = (fields: readonly Field[]) => fields.filter(isShown).map((field) => rowOf(inspection, field));
  const means: Record<Exclude<GroupId, 'more'>, string> = {
    when: '',
    much: said().amounts[inspection.proposal.amount_from ?? 'none'],
    who: said().who[whoIs(inspection, choices)],
    order: said().orders[inspection.proposal.order_grain],
  };
  const found: MappingGroup[] = (Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((id) => ({
    id,
    title: said().groups[id],
    means: means[id],
    rows: rows(GROUPS[id]),
  }));
  const risk = ({ rows: of }: MappingGroup) => Math.max(0, ...of.map((row) => row.risk));
  const groups = found.toSorted((a, b) => risk(b) - risk(a));
  const more = rows(FIELDS.filter((field) => !GROUPED.includes(field)));
  return more.length === 0
    ? groups
    : [...groups, { id: 'more', title: said().groups.more, means: '', rows: more }];
}

/** Fields that no line shows yet. */
export const fieldsToAdd = (groups: readonly MappingGroup[]): { value: Field; label: string }[] => {
  const shown = new Set(groups.flatMap(({ rows }) => rows.map(({ field }) => field)));
  return FIELDS.filter((field) => !shown.has(field)).map((value) => ({
    value,
    label: words.pages.fields[value],
  }));
};

/**
 * The choices with what is proposed written down. Not the name: to write that down would make it the person's word
 * that names tell customers apart.
 */
export function confirmedChoices(choices: Choices, inspection: Inspection): Choices {
  const current = Object.fromEntries(
    inspection.proposal.fields
      .filter((one) => one.field !== 'customer_name')
      .map((one) => [one.field, one.position]),
  ) as FieldMap;
  return { ...choices, map: { ...current, ...choices.map } };
}

/** The choices with one field read from another column; what is proposed for the others is kept as it stands. */
export function withColumn(
  choices: Choices,
  inspection: Inspection,
  field: Field,
  position: string,
): Choices {
  const confirmed = confirmedChoices(choices, inspection);
  return { ...confirmed, map: { ...confirmed.map, [field]: position === '' ? null : Number(position) } };
}

/** Names of the fields that still have to be given before the file can be used. */
export function stillNeeded(inspection: Inspection): string[] {
  const names: string[] = [];
  if (positionOf(inspection, 'date') === undefined) names.push(words.pages.fields.date);
  return names;
}

/** A few values in which the encoding shows: with letters beyond the plain ones. */
export const lettersBeyondAscii = ({ columns }: Inspection): string[] =>
  [...columns.map(({ column }) => column), ...columns.flatMap(({ examples }) => examples)]
    .filter((text) => /[^\0-\x7f]/.test(text))
    .slice(0, 3)
    .map((text) => shown(text, 40));
