import { describe, expect, it } from 'vitest';
import { wrongChoice } from '../../../src/ingest/mapping/check-choices';
import { problemOf } from '../../../src/i18n/say';

describe('choices', () => {
  it('that say everything, each with a value that it can have, are taken', () => {
    const all = {
      files: [
        {
          ...{
            name: 'a.csv',
            role: 'lines',
            member: 'b.csv',
            sheet: 'Orders',
            encoding: 'windows-1258',
            header: true,
          },
          dialect: {
            layout: 'delimited',
            delimiter: ';',
            quote: '"',
            escape: '"',
            has_header: true,
            skip_lines: 2,
          },
          ...{ password: 'x', forgotten: 3 },
        },
      ],
      newer: ['a.csv'],
      map: { date: 'Order date', order_id: 0, customer: null },
      ...{
        order_grain: 'row',
        date_order: 'dmy',
        decimal: ',',
        zone: 'Asia/Ho_Chi_Minh',
        tax: 'in',
        shipping: 'in',
      },
      ...{ cost_of: 'line', rules: { walk_in: 'keep', sentinel_date: 'keep' }, valid: { zero_net: 'keep' } },
      ...{
        history: 'complete',
        as_of: '2024-02-29',
        occasion: 'day',
        ...{ week_start: 7, fiscal_year_start: 12, day_ends_at: 6 },
        currency: 'VND',
        rates: { USD: 25000 },
      },
      identity: { merge: 'off', apart: ['a@b.c'], phone_prefix: '84' },
      customer_type: { values: { B2B: 'dealer' }, median_quantity: 12 },
      ...{ profile: 'none', product_names: { 'Mug, white': 'White mug' }, date_system: '1904' },
    };
    expect(wrongChoice(all)).toBeNull();
    expect(wrongChoice({})).toBeNull();
    expect(wrongChoice({ history: undefined })).toBeNull();
  });

  it.each([
    [{ histroy: 'complete' }, /^The choice histroy is not known; there are files, newer, map, .*history/],
    [{ history: 'all' }, 'The choice history is "all"; it can be unknown, complete.'],
    [{ occasion: 'week' }, 'The choice occasion is "week"; it can be usual, order, day.'],
    [{ week_start: 0 }, 'The choice week_start is 0; it can be 1, 2, 3, 4, 5, 6, 7.'],
    [{ week_start: '1' }, 'The choice week_start is "1"; it can be 1, 2, 3, 4, 5, 6, 7.'],
    [{ fiscal_year_start: 13 }, /^The choice fiscal_year_start is 13; it can be 1, .*, 12\.$/],
    [{ fiscal_year_start: 4.5 }, /^The choice fiscal_year_start is 4\.5/],
    [{ day_ends_at: 7 }, 'The choice day_ends_at is 7; it can be 0, 1, 2, 3, 4, 5, 6.'],
    [{ day_ends_at: null }, /^The choice day_ends_at is null/],
    [{ weekstart: 1 }, /^The choice weekstart is not known; there are .*week_start/],
    [{ tax: true }, 'The choice tax is true; it can be out, in.'],
    [{ map: { date: 1.5 } }, /^The choice map\.date is 1\.5/],
    [{ rules: { walkin: 'drop' } }, /^The choice rules\.walkin is not known/],
    [{ rules: { future_date: 'keep' } }, 'The choice rules.future_date is "keep"; it can be drop.'],
    [{ valid: { cancelled: 'refund' } }, 'The choice valid.cancelled is "refund"; it can be drop, keep.'],
    [{ as_of: '2023-02-29' }, /^The choice as_of is "2023-02-29"; it has to be a day/],
    [{ zone: 'Mars/Base' }, /^The choice zone is "Mars\/Base"/],
    [
      { files: [{ name: 'a', role: 'order' }] },
      /^The choice files\[0\]\.role is "order"; it can be orders, lines/,
    ],
    [
      { files: [{ name: 'a', dialect: { seperator: ';' } }] },
      /^The choice files\[0\]\.dialect\.seperator is not known/,
    ],
    [{ files: {} }, 'The choice files is {}; it has to be a list.'],
    [{ identity: { merge: true } }, 'The choice identity.merge is true; it can be on, off.'],
    [
      { customer_type: { values: { B2B: 'wholesale' } } },
      /^The choice customer_type\.values\.B2B is "wholesale"/,
    ],
    [{ files: [{ name: 'a', encoding: 'latin-99' }] }, /^The choice files\[0\]\.encoding is "latin-99"/],
    [{ constructor: 1 }, /^The choice constructor is not known/],
    [null, 'The choices have to be an object.'],
  ])('%j is refused by name', (given, sentence) => {
    const wrong = wrongChoice(given);
    expect(wrong && problemOf(wrong).message).toMatch(sentence);
  });
});
