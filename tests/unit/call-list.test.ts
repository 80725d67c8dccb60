import { expect, it } from 'vitest';
import { callList, withoutConsent } from '../../src/charts/call-list';
import type { Column, Row } from '../../src/domain/table';

const text = (name: string): Column => ({ name, type: 'text', unit: 'text' });
const contacts = (...rows: Row[]) => new Map(rows.map((row) => [String(row.customer), row]));
const person = (customer: string, has_consent: boolean | null, more: Row = {}): Row => ({
  ...{ customer, name: `Name ${customer}`, email: `${customer}@example.com`, phone: null, has_consent },
  ...more,
});
const rows: Row[] = ['K1', 'K2', 'K3'].map((customer) => ({ customer, r: customer }));

it('who has not agreed is in no saved list, and is counted', () => {
  const known = contacts(person('K1', true), person('K2', false), person('K3', true));
  expect(withoutConsent(rows, known)).toBe(1);
  const list = callList([text('customer'), text('r')], rows, known);
  expect(list.rows.map(({ customer }) => customer)).toEqual(['K1', 'K3']);
});

it('where the file does not speak of consent nobody is left out', () => {
  const known = contacts(person('K1', null), person('K2', null));
  expect(withoutConsent(rows, known)).toBe(0);
  expect(callList([text('customer')], rows, known).rows.length).toBe(3);
});

it('the ways to reach people that the file has stand beside them, and no empty ones', () => {
  const list = callList([text('customer'), text('r')], rows, contacts(person('K1', true)));
  expect(list.columns.map(({ name }) => name)).toEqual(['customer', 'name', 'email', 'r']);
  expect(list.rows[0]).toMatchObject({ customer: 'K1', r: 'K1', name: 'Name K1', email: 'K1@example.com' });
  expect(list.rows[1]).not.toHaveProperty('email');
});

it('what the list says of them by itself stands', () => {
  const own = [{ customer: 'K1', email: 'newer@example.com' }];
  const list = callList([text('customer'), text('email')], own, contacts(person('K1', true)));
  expect(list.columns.map(({ name }) => name)).toEqual(['customer', 'name', 'email']);
  expect(list.rows[0]?.email).toBe('newer@example.com');
});
