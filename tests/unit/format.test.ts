import { afterEach, describe, expect, it } from 'vitest';
import { figures } from '../../src/i18n/en/figures';
import { format, formatIn } from '../../src/i18n/format';

describe('figures', () => {
  it('a share is never rounded to nothing or to all', () => {
    expect([0, 0.0004, 0.001, 0.034, 0.0999, 0.342, 0.996, 0.9995, 1, 1.2].map(format.rate)).toEqual([
      ...['0%', '<0.1%', '0.1%', '3.4%', '10%', '34%', '99.6%', '>99.9%', '100%', '120%'],
    ]);
  });

  it('a rate in a cell leaves its sign to the head', () => {
    expect([0, 0.0004, 0.04, 0.342, 1].map(format.rateFigure)).toEqual(['0', '<0.1', '4.0', '34', '100']);
  });

  it('a negative share keeps its sign and its direction', () => {
    expect(format.rate(-0.25)).toBe('-25%');
    expect(format.rate(-0.0001)).toBe('>−0.1%');
  });

  it('no figure is minus nought, and what is not a number is a dash', () => {
    expect(format.count(-0)).toBe('0');
    expect(format.rate(-0)).toBe('0%');
    expect([NaN, Infinity].map(format.count)).toEqual(['–', '–']);
  });

  it('a day is one day, and days are whole', () => {
    expect([1, 94, 1234].map(format.days)).toEqual(['1 day', '94 days', '1,234 days']);
    expect([0, 0.2, 9.4545, 45.5].map(format.days)).toEqual(['0 days', '<1 days', '9 days', '46 days']);
  });

  it('a table has shares to two digits, days whole and numbers to three, but what was asked for exactly', () => {
    const cells = (exact: boolean) => [
      ...[0.16748, 0.09454, 0, 0.0004, 1].map((value) => format.cell(value, 'rate', null, exact)),
      ...[9.454545454545455, 365].map((value) => format.cell(value, 'days', null, exact)),
      ...[8.17654321, 0.00002, 1234.5678].map((value) => format.cell(value, 'number', null, exact)),
    ];
    expect(cells(false)).toEqual([
      ...['17', '9.5', '0', '<0.1', '100', '9', '365', '8.18', '0.00002', '1,235'],
    ]);
    expect(cells(true)).toEqual([
      ...['16.75', '9.45', '0.00', '0.04', '100.00', '9.4545', '365', '8.1765', '0', '1,234.5678'],
    ]);
  });
});

describe('money', () => {
  it('is exact to the currency’s last digit: two for GBP, none for VND and JPY', () => {
    expect(format.moneyExact(8911407.9, 'GBP')).toBe('£8,911,407.90');
    expect(format.moneyExact(4800000, 'VND')).toBe('₫4,800,000');
    expect(format.moneyExact(50000, 'JPY')).toBe('¥50,000');
    expect(format.cell(12.5, 'money', 'JPY')).toBe('13');
  });

  it('is short for reading', () => {
    const said = [0, 12.4, 1234.56, 12345, 8911407.9, -8911407.9].map((value) => format.money(value, 'GBP'));
    // Versions of ICU differ in k and K, m and M.
    expect(said.map((text) => text.toLowerCase())).toEqual([
      ...['£0', '£12.40', '£1,235', '£12.3k', '£8.91m', '-£8.91m'],
    ]);
  });

  it('without a currency has two digits, and an unknown one stands behind', () => {
    expect(format.moneyExact(12.5, null)).toBe('12.50');
    expect(format.moneyExact(12.5, 'points')).toBe('12.50 points');
  });
});

describe('dates', () => {
  it('cannot be misread and name their period', () => {
    expect(format.date('2011-12-05')).toBe('5 Dec 2011');
    expect(format.timestamp('2011-12-05 10:26:00')).toBe('5 Dec 2011, 10:26');
    expect(format.period('2011-03-01', 'month')).toBe('March 2011');
    expect(format.period('2011-12-05', 'week')).toBe('week of 5 Dec 2011');
    expect(format.period('2011-10-01', 'quarter')).toBe('Q4 2011');
    expect(format.period('2011-01-01', 'year')).toBe('2011');
  });

  it('what is no date stays as it stands', () => {
    expect(['', '2011-02-30', 'soon', '5/12/2011'].map(format.date)).toEqual([
      '',
      '2011-02-30',
      'soon',
      '5/12/2011',
    ]);
  });

  it('years before 100 are not taken for the last century', () => {
    expect(format.date('0099-01-01')).toContain('99');
    expect(format.date('0099-01-01')).not.toContain('1999');
  });

  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it.each([
    ['Pacific/Kiritimati', -840],
    ['Pacific/Pago_Pago', 660],
    ['Asia/Ho_Chi_Minh', -420],
  ])('a machine in %s shows the same days', (name, offset) => {
    process.env.TZ = name;
    expect(new Date(2011, 0, 1).getTimezoneOffset()).toBe(offset);
    // Made afresh: an Intl format keeps the zone of the moment it was made.
    const here = formatIn('en-GB', figures);
    expect(here.date('2011-03-27')).toBe('27 Mar 2011');
    expect(here.period('2011-01-01', 'year')).toBe('2011');
    expect(here.timestamp('2011-03-27 01:30:00')).toBe('27 Mar 2011, 01:30');
  });
});
