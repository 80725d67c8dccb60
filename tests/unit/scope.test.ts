import { describe, expect, it } from 'vitest';
import { analyses } from '../../src/analyses/registry';
import { scopeOf } from '../../src/pages/scope/scope';

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
      'Only customers whose first order had country “Germany” are counted; orders by unknown buyers are left out. ' +
        'Only orders since 1 Mar 2024 and with channel “Web” are counted, with the refunds of these orders; a refund that names no order counts by its own day and product. ' +
        'The first of these orders is taken for the customer’s first.',
    );
    expect(scopeOf({ orders_that: '{"to":"2024-03-01"}' })).toContain(
      'A customer’s first day stays that of the first order of all.',
    );
  });

  it('says on which day customers stood where they are counted for, and that they are chosen by their orders', () => {
    const who = '{"status":["lapsed","lost"],"tenure":{"at_least":"6 months","under":"400 days"}}';
    expect(scopeOf({ customers_who: who }, '2024-12-31')).toBe(
      'Only customers who stood at “Gone and Long gone” on 31 Dec 2024 by the shop’s own silences and ' +
        'whose first order was 6 months or more, and less than 400 days, before 31 Dec 2024 are counted; orders by unknown buyers are left out. ' +
        'They are chosen by what they ordered up to that day, so how many of them came back says nothing of anybody else.',
    );
    const group = { customers_who: '{"rfm":{"group":["Loyal"],"f_cuts":"1,2,3,4"}}' };
    expect(scopeOf({ ...group, orders_that: '{"to":"2024-03-01"}' }, '2024-12-31')).toContain(
      'who were in the RFM group “Loyal” on 1 Mar 2024 are counted;',
    );
    expect(scopeOf({ ...group, as_of: '2024-02-01' }, '2024-12-31')).toContain('on 1 Feb 2024 are counted;');
    expect(scopeOf({ customers_who: '{"tenure":{"under":"1 months"}}' }, '2024-12-31')).toContain(
      'whose first order was less than 1 month before 31 Dec 2024 are counted;',
    );
  });

  it('says of whom the shares are, by the rule of the page, and on the last day of the period if that is earlier', () => {
    const web = '{"channel":["Web"]}';
    const cohorts = analyses.get('cohort-retention')!.shares_of;
    expect(scopeOf({ orders_that: web }, null, cohorts)).toContain(
      'are of everybody who began then, whether or not their first order is one of these.',
    );
    const repeats = analyses.get('repeat-rate')!.shares_of;
    expect(scopeOf({ orders_that: web, matured: true }, null, repeats)).toContain(
      'Shares are of the customers whose first order of all is one of these.',
    );
    const ofBuyers = 'Shares are of the customers with one of these orders.';
    expect(scopeOf({ orders_that: web, matured: false }, null, repeats)).toContain(ofBuyers);
    const inside = '{"channel":["Web"],"first_order":"inside"}';
    expect(scopeOf({ orders_that: inside }, null, cohorts)).toContain(ofBuyers);
    const customers_who = '{"status":["lapsed"]}';
    const said = scopeOf({ customers_who, rule: 'days', to: '2024-03-01' }, '2024-12-31', cohorts);
    expect(said).toContain('who stood at “Gone” on 1 Mar 2024 by the rule of this page are counted;');
    expect(said).toContain('Shares and sums per customer are of these customers alone.');
    expect(scopeOf({ customers_who }, '2024-12-31', analyses.get('rfm')!.shares_of)).toContain(
      'Scores and tiers are those among all customers.',
    );
    expect(scopeOf({ orders_that: web }, null, analyses.get('overview')!.shares_of)).not.toContain('Shares');
  });
});
