import type { Row } from '../domain/table';
import type { BuiltReport } from '../engine/contract';
import { project } from './project.svelte';
import { rowsBehind } from './question.svelte';

const ALL = 10_000_000;
let asked: { of: BuiltReport | null; contacts: Promise<ReadonlyMap<string, Row>> } | null = null;

/** How each customer of the open file can be reached, by key: read once for the tables as they stand. */
export function contacts(): Promise<ReadonlyMap<string, Row>> {
  if (asked?.of === project.built && asked) return asked.contacts;
  const found = rowsBehind({ kind: 'contacts' }, ALL).then(
    ({ rows }) => new Map(rows.map((row) => [String(row.customer), row])),
  );
  const mine = { of: project.built, contacts: found };
  asked = mine;
  // A failure is said where it was asked for, and the next time it is asked anew.
  found.catch(() => {
    if (asked === mine) asked = null;
  });
  return found;
}

/** A column of the file says who may be written to. */
export const knowsConsent = (): boolean => project.report?.mapping.consent !== undefined;

/** Of more customers than these, names are read only for a list that is saved: a page would hold all of them for one list. */
const MOST_SHOWN = 100_000;
const CONTACTS = ['customer_name', 'email', 'phone'] as const;

/** The file has names or ways to reach people, and of so few that every list can show them. */
export const showsContacts = (): boolean => {
  const { report } = project;
  return (
    report !== null &&
    report.identified.customers <= MOST_SHOWN &&
    CONTACTS.some((column) => report.mapping[column] !== undefined)
  );
};
