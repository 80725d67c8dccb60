import { describe, expect, test } from 'vitest';
import { PLACES } from '../../src/analyses/define';
import { analyses } from '../../src/analyses/registry';
import {
  addressOf,
  customerHref,
  destinationOf,
  hrefOf,
  newAddress,
  tabsOf,
} from '../../src/state/addresses';

const ids = [...analyses.keys()];

describe('a question', () => {
  test.each(ids)('%s has one address in a place, and its old address leads there', (id) => {
    const address = addressOf(id);
    const [place, tab] = address.split('/');
    expect(PLACES).toContain(place);
    expect(destinationOf(address)).toEqual({ page: 'question', id, place, tab });
    // `#/products` was the id of a question and is a place now: its first tab is that question.
    const moved = newAddress(id) ?? id;
    expect(destinationOf(moved)).toMatchObject({ page: 'question', id });
    expect(newAddress(address)).toBeNull();
  });

  test('with a second door is found in both places, under the address of each', () => {
    expect(addressOf('first-order')).toBe('back/first-product');
    expect(destinationOf('products/best-first')).toEqual({
      ...{ page: 'question', id: 'first-order' },
      ...{ place: 'products', tab: 'best-first' },
    });
    expect(newAddress('products/best-first')).toBeNull();
  });

  test('has a tab that no other question of its place has, and a rank of its own', () => {
    for (const place of PLACES) {
      const tabs = tabsOf(place);
      expect(new Set(tabs.map(({ tab }) => tab)).size).toBe(tabs.length);
      const ranks = ids.flatMap((id) =>
        analyses
          .get(id)!
          .tabs.filter((tab) => tab.place === place)
          .map(({ order }) => order),
      );
      expect(new Set(ranks).size).toBe(tabs.length);
    }
  });
});

test('a place opens with its first tab, Home with all of the shop', () => {
  expect(PLACES.map((place) => destinationOf(place))).toMatchObject([
    { page: 'home' },
    { id: 'cohort-retention' },
    { id: 'churned' },
    { id: 'cohort-value' },
    { id: 'products' },
    { id: 'customers' },
  ]);
  for (const place of PLACES) expect(newAddress(place)).toBeNull();
});

test('pages keep their addresses, and the report is at `data` now', () => {
  for (const page of ['data', 'sql', 'how', 'trust']) {
    expect(destinationOf(page)).toEqual({ page });
    expect(newAddress(page)).toBeNull();
    expect(hrefOf(page)).toBe(`#/${page}`);
  }
  expect(newAddress('report')).toBe('data');
  expect(destinationOf('how/bg-nbd')).toEqual({ page: 'model', model: 'bg-nbd' });
});

test('a customer has an address whatever the key holds', () => {
  for (const key of ['4711', 'a/b?c=1', 'ä@x.example', '100 %']) {
    const path = customerHref(key).slice(2);
    expect(destinationOf(path)).toEqual({ page: 'customer', customer: key });
    expect(newAddress(path)).toBeNull();
  }
});

test('a tab that is not there leads to its place, and any other path to where a file is asked for', () => {
  expect(newAddress('losing/nonsense')).toBe('losing');
  for (const path of ['', 'nonsense', 'constructor', 'how/', 'customer/%E0%A4%A']) {
    expect(destinationOf(path)).toEqual({ page: 'start' });
    expect(newAddress(path)).toBeNull();
  }
});
