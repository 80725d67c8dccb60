import { FIELDS, type Choices, type Field, type FieldMap } from '../domain/choices';
import type { Inspection } from '../engine/contract';
import { words } from '../i18n/words';

/** One line of the mapping page: our field, the column it is read from, and why. */
export interface MappingRow {
  field: Field;
  label: string;
  /** Position of the column as text, '' for none. */
  position: string;
  examples: string[];
  confidence: string;
  reason: string;
  required: boolean;
}

const AMOUNTS: Field[] = ['amount', 'unit_price', 'quantity'];
const FIRST: Field[] = ['date', 'order_id', 'customer', 'email', ...AMOUNTS];

export function mappingRows(inspection: Inspection): MappingRow[] {
  const { proposal, columns } = inspection;
  return FIELDS.map((field) => {
    const found = proposal.fields.find((one) => one.field === field);
    const column = columns[found?.position ?? -1];
    return {
      field,
      label: words.pages.fields[field],
      position: found ? String(found.position) : '',
      examples: column?.examples ?? [],
      confidence: found ? words.pages.mapping.sure[found.confidence] : '',
      reason: found?.reason ?? '',
      required: FIRST.includes(field),
    };
  });
}

/** The choices with one field read from another column; identity fields already chosen stay chosen. */
export function withColumn(
  choices: Choices,
  inspection: Inspection,
  field: Field,
  position: string,
): Choices {
  const current = Object.fromEntries(
    inspection.proposal.fields.map((one) => [one.field, one.position]),
  ) as FieldMap;
  const map: FieldMap = { ...current, ...choices.map, [field]: position === '' ? null : Number(position) };
  return { ...choices, map };
}

/** Names of the fields that still have to be given before the file can be used. */
export function stillNeeded(inspection: Inspection): string[] {
  const has = (field: Field) => inspection.proposal.fields.some((one) => one.field === field);
  const names: string[] = [];
  if (!has('date')) names.push(words.pages.fields.date);
  if (inspection.proposal.amount_from === null) names.push(words.pages.fields.amount);
  return names;
}
