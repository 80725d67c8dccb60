import { describe, expect, test } from 'vitest';
import { columnsOf, foundPeople, listedPeople, savedColumns } from '../../src/charts/listed-people';
import type { CustomerNotes } from '../../src/domain/customer-notes';
import type { Column, Row } from '../../src/domain/table';

const column = (name: string): Column => ({ name, type: 'text', unit: 'text' });
const none: CustomerNotes = new Map();
const contact = (customer: string, more: Row): [string, Row] => [
  customer,
  { customer, name: null, email: null, phone: null, has_consent: null, ...more },
];
const contacts = new Map([
  contact('K1', { name: 'Nguyễn Văn Đức', email: 'duc@example.com', phone: '+84 901 234 567' }),
  contact('K2', { email: 'ada@example.com' }),
]);
const rows: Row[] = [
  { customer: 'K1', net: 12 },
  { customer: 'K2', net: 7 },
  { customer: 'K3', net: 3 },
];
const heads = { customer: 'Customer', net: 'Net' };
const columns = ['customer', 'net', 'place'].map(column);
const names = (of: readonly Column[]) => of.map(({ name }) => name);

describe('a list of people', () => {
  test('calls them by name, else by e-mail, else by number', () => {
    const listed = listedPeople(rows, none, contacts);
    expect(listed.map(({ who }) => who)).toEqual(['Nguyễn Văn Đức', 'ada@example.com', 'K3']);
    expect(listedPeople(rows, none, null).map(({ who }) => who)).toEqual(['K1', 'K2', 'K3']);
  });

  test('has who they are first and the ways to reach them last', () => {
    expect(names(columnsOf(columns, listedPeople(rows, none, contacts), heads, false))).toEqual([
      'who',
      'net',
      'customer',
      'email',
      'phone',
    ]);
    expect(names(columnsOf(columns, listedPeople(rows, none, null), heads, false))).toEqual(['who', 'net']);
  });

  test('asks why they left right beside who they are, and has what was written after the figures', () => {
    const notes: CustomerNotes = new Map([
      ['K2', { reason: 'price', reason_text: 'the beans', note: '', written_on: '2024-01-01' }],
    ]);
    const listed = listedPeople(rows, notes, null);
    expect(names(columnsOf(columns, listed, heads, true))).toEqual(['who', 'reason', 'net', 'reason_text']);
    expect(names(columnsOf(columns, listed, heads, false))).toEqual(['who', 'net', 'reason', 'reason_text']);
  });

  test('does not say twice what somebody is called by', () => {
    const byMail: Row[] = [{ customer: 'ada@example.com', email: 'ada@example.com', net: 7 }];
    expect(names(columnsOf(columns, listedPeople(byMail, none, null), heads, false))).toEqual(['who', 'net']);
    const some = listedPeople([...byMail, { customer: 'K9', email: null, net: 1 }], none, null);
    expect(names(columnsOf(columns, some, heads, false))).toEqual(['who', 'net']);
  });

  test('is saved with the key first, by which it can be joined with the file', () => {
    const listed = listedPeople(rows, none, contacts);
    expect(names(savedColumns(columnsOf(columns, listed, heads, false)))).toEqual([
      'customer',
      'net',
      'email',
      'phone',
    ]);
  });

  test('of groups of customers has their names and no key', () => {
    const groups: Row[] = [{ customer: null, name: 'Germany', net: 12 }];
    const listed = listedPeople(groups, none, null);
    expect(listed[0]?.who).toBe('Germany');
    expect(names(columnsOf(columns, listed, heads, false))).toEqual(['who', 'net']);
  });
});

describe('people are found', () => {
  const listed = listedPeople(rows, none, contacts);
  test.each([
    ['nguyen', 1],
    ['duc van', 1],
    ['901234', 1],
    ['@EXAMPLE', 2],
    ['k3', 1],
    ['nobody', 0],
    ['  ', 3],
  ])('by “%s”', (typed, count) => {
    expect(foundPeople(listed, typed).length).toBe(count);
  });
});
