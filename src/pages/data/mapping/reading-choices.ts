import type { Choices, CustomerType } from '../../../domain/choices';
import type { DateReading } from '../../../domain/evidence';
import type { Inspection } from '../../../engine/contract';
import { customerTypeOf } from '../../../ingest/who/customer-types';

/** The zones that this browser knows. */
export const zones: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')];

function datesOf({ proposal }: Inspection): DateReading | undefined {
  const date = proposal.fields.find(({ field }) => field === 'date');
  return date && proposal.dates[date.position];
}

/** Dates carry their distance to UTC, so that another clock than theirs can be chosen. */
export const offsetOfDates = (inspection: Inspection): boolean => datesOf(inspection)?.has_offset ?? false;

/** Dates are numbers of days, as a spreadsheet keeps them. */
export const readsDayNumbers = (inspection: Inspection): boolean =>
  datesOf(inspection)?.style.startsWith('serial') ?? false;

const CLOCK = /(\d{1,2}):(\d{2})(?::(\d{2}))?/;
const isPastMidnight = (text: string): boolean => {
  const [, ...parts] = CLOCK.exec(text) ?? [];
  return parts.some((part) => Number(part) > 0);
};

/** Dates have times, as far as can be seen without reading all of them: a column of midnights has none. */
export function datesHaveTimes(inspection: Inspection): boolean {
  const { proposal, columns } = inspection;
  if (proposal.fields.some(({ field }) => field === 'time')) return true;
  const how = datesOf(inspection);
  const column = columns.find(
    ({ position }) => position === proposal.fields.find(({ field }) => field === 'date')?.position,
  );
  if (!how || !column) return false;
  if (how.style === 'epoch') return true;
  if (how.style.startsWith('serial')) return (column.numbers?.plain_with_dot ?? 0) > 0;
  const clocked = (column.dates ?? []).filter(({ shape }) => shape.includes(':'));
  return (
    clocked.some(({ examples }) => examples.some(isPastMidnight)) ||
    how.formats.some((format) => format.includes('%H%M'))
  );
}

export function withZone({ zone: _before, ...choices }: Choices, zone: string): Choices {
  return zone === '' ? choices : { ...choices, zone };
}

/** The choices with a country prefix of its digits alone; with none, numbers stand as they are written. */
export function withPrefix(choices: Choices, text: string): Choices {
  const { phone_prefix: _before, ...identity } = choices.identity ?? {};
  const digits = text.replace(/\D/g, '').replace(/^00/, '');
  return { ...choices, identity: digits === '' ? identity : { ...identity, phone_prefix: digits } };
}

/** More texts than these are tags in any combination: their words say what they mean. */
const MOST_TEXTS = 24;

/** The different texts of the column with kinds of customers, with what each stands for. */
export function typeTexts(
  { proposal, columns }: Inspection,
  choices: Choices,
): { text: string; type: CustomerType }[] {
  const column = proposal.fields.find(({ field }) => field === 'customer_type');
  const texts = [...new Set((columns[column?.position ?? -1]?.values ?? []).map((text) => text.trim()))];
  if (texts.length > MOST_TEXTS) return [];
  const said = choices.customer_type?.values ?? {};
  return texts.filter(Boolean).map((text) => ({ text, type: said[text] ?? customerTypeOf(text) }));
}

export const withType = (choices: Choices, text: string, type: CustomerType): Choices => ({
  ...choices,
  customer_type: {
    ...choices.customer_type,
    values: { ...choices.customer_type?.values, [text]: type },
  },
});
