import { describe, expect, it } from 'vitest';
import { scopeOf } from '../../src/pages/scope';

describe('what is said under a picture', () => {
  it('is nothing where everybody and everything is counted', () => {
    expect(scopeOf({ customers_who: null, orders_that: null })).toBe('');
    expect(scopeOf(undefined)).toBe('');
  });

  it('names the customers, the orders and which order is the first, each in a sentence', () => {
    const said = scopeOf({
      customers_who: '{"country":["Germany"]}',
      orders_that: '{"from":"2024-03-01","channel":["Web"],"first_order":"inside"}',
    });
    expect(said).toBe(
      'Counted are only customers whose first order had country “Germany”; orders that name nobody are left out. ' +
        'Counted are only orders since 1 Mar 2024 and with channel “Web”, and refunds of these orders. ' +
        'The first of these orders is taken for the customer’s first.',
    );
    expect(scopeOf({ orders_that: '{"to":"2024-03-01"}' })).toContain(
      'A customer’s first day stays that of the first order of all.',
    );
  });
});
