import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLikeNumbers, readNumbers } from '../../../src/ingest/numbers/detect-numbers';
import type { NumberReading } from '../../../src/domain/evidence';
import { countNumbers } from './count-evidence';

const read = (values: string[], wanted?: '.' | ',') =>
  readNumbers(countNumbers(values), wanted, values.slice(0, 5));

/** A value read as the reading says: what the engine's SQL does, in plain code. */
function valueOf(text: string, { decimal, group }: NumberReading): number {
  const negative = /^\(.*\)$|-$|^-|^[^\d]*-\d/.test(text.trim());
  let digits = text.replace(/[^\d.,' \u00a0\u202f]/g, '').trim();
  if (group !== '') digits = digits.replaceAll(group, '');
  digits = digits.replace(/[\s'\u00a0\u202f]/g, '').replace(decimal, '.');
  return (negative ? -1 : 1) * Number(digits);
}

describe('conventions', () => {
  it.each<[string, string[], Partial<NumberReading>]>([
    ['plain', ['12.5', '3', '-4.25'], { decimal: '.', group: '', scale: 2, needs_cleaning: false }],
    ['whole numbers', ['1', '250', '-3'], { decimal: '.', group: '', scale: 0, needs_cleaning: false }],
    ['German', ['1.234,50', '12,00'], { decimal: ',', group: '.', scale: 2 }],
    ['American', ['1,234.50', '12.00'], { decimal: '.', group: ',', scale: 2 }],
    ['Indian millions in groups of three', ['1,234,567', '12'], { decimal: '.', group: ',', scale: 0 }],
    ['Vietnamese', ['1.250.000', '45.000'], { decimal: ',', group: '.', scale: 0 }],
    ['Swiss', ["1'234.50", '99.95'], { decimal: '.', group: "'", scale: 2 }],
    ['French', ['1 234,50 €', '12,00 €'], { decimal: ',', group: ' ', scale: 2, needs_cleaning: true }],
    [
      'French with hard blanks',
      ['1\u202f234,50\u00a0€'],
      { decimal: ',', group: ' ', scale: 2, needs_cleaning: true },
    ],
    [
      'dollars',
      ['$1,234.50', '-$3.00', '($12.25)'],
      { decimal: '.', group: ',', scale: 2, needs_cleaning: true },
    ],
    ['dong', ['250.000 ₫', '1.250.000₫'], { decimal: ',', group: '.', scale: 0, needs_cleaning: true }],
    [
      'dong as a letter',
      ['250.000đ', '1.250.000 đ'],
      { decimal: ',', group: '.', scale: 0, needs_cleaning: true },
    ],
    ['kroner', ['1 234,50 kr', 'kr 12,00'], { decimal: ',', group: ' ', scale: 2, needs_cleaning: true }],
    ['zloty', ['12,50 zł'], { decimal: ',', group: '', scale: 2, needs_cleaning: true }],
    ['reais', ['R$ 1.234,56'], { decimal: ',', group: '.', scale: 2, needs_cleaning: true }],
    ['francs', ["CHF 1'234.50"], { decimal: '.', group: "'", scale: 2, needs_cleaning: true }],
    ['a trailing minus', ['12.50-', '3.00'], { decimal: '.', group: '', scale: 2, needs_cleaning: true }],
    ['brackets', ['(12.50)', '3.00'], { decimal: '.', group: '', scale: 2, needs_cleaning: true }],
  ])('%s', (_, values, expected) => {
    const result = read(values);
    expect(result.ambiguous).toBe(false);
    expect(result.unread).toEqual([]);
    expect(result.reading).toMatchObject(expected);
  });

  it('in every locale are recovered from what is written in it, or asked', () => {
    const locales = [
      'en-US',
      'de-DE',
      'fr-FR',
      'de-CH',
      'vi-VN',
      'pt-BR',
      'sv-SE',
      'en-IN',
      'es-ES',
      'pl-PL',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...locales),
        fc.integer({ min: 0, max: 3 }),
        fc.array(fc.integer({ min: -99_999_999, max: 99_999_999 }), { minLength: 1, maxLength: 40 }),
        (locale, scale, cents) => {
          const format = new Intl.NumberFormat(locale === 'en-IN' ? 'en-US' : locale, {
            minimumFractionDigits: scale,
            maximumFractionDigits: scale,
          });
          const values = cents.map((n) => n / 10 ** scale);
          const texts = values.map((value) => format.format(value));
          const result = read(texts);
          if (result.ambiguous) {
            // The mark of the locale: with no decimals asked for, 1.5 would be written 2.
            const mark = new Intl.NumberFormat(locale === 'en-IN' ? 'en-US' : locale).format(1.5)[1] as
              ',' | '.';
            const answered = read(texts, mark);
            expect(
              texts.map((text) => valueOf(text.replace('−', '-'), answered.reading as NumberReading) + 0),
            ).toEqual(values.map((value) => value + 0));
          } else {
            expect(
              texts.map((text) => valueOf(text.replace('−', '-'), result.reading as NumberReading) + 0),
            ).toEqual(values.map((value) => value + 0));
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('1.234', () => {
  it('throughout is asked: a thousand or a fraction', () => {
    expect(read(['1.234', '2.500', '7'])).toMatchObject({ reading: null, ambiguous: true });
    expect(read(['1,234', '2,500', '7'])).toMatchObject({ reading: null, ambiguous: true });
  });

  it('is settled by any other value of the column', () => {
    expect(read(['1.234', '12.5']).reading).toMatchObject({ decimal: '.', group: '', scale: 3 });
    expect(read(['1.234', '1.234,50']).reading).toMatchObject({ decimal: ',', group: '.', scale: 2 });
    expect(read(['1,234', '12.5']).reading).toMatchObject({ decimal: '.', group: ',', scale: 1 });
    expect(read(['1,234', '0,125']).reading).toMatchObject({ decimal: ',', scale: 3 });
    expect(read(['1.234', '0.125']).reading).toMatchObject({ decimal: '.', scale: 3 });
  });

  it('is what the person answered', () => {
    expect(read(['1.234'], ',').reading).toMatchObject({ decimal: ',', group: '.', scale: 0 });
    expect(read(['1.234'], '.').reading).toMatchObject({ decimal: '.', group: '', scale: 3 });
    expect(read(['1,234'], '.').reading).toMatchObject({ decimal: '.', group: ',', scale: 0 });
  });

  it('and 1,5 in one column are asked, never mixed', () => {
    expect(read(['12.5', '12,5'])).toMatchObject({ reading: null, ambiguous: true });
  });
});

describe('what is no amount', () => {
  it('a percentage is left unread', () => {
    expect(read(['10%', '20 %'])).toMatchObject({ reading: null, ambiguous: false });
  });

  it('words among numbers are left unread and the rest is read', () => {
    const result = read(['12.50', 'free', '3.00']);
    expect(result.reading?.scale).toBe(2);
    expect(result.unread.map(({ shape }) => shape)).toEqual(['free']);
  });

  it.each([
    ['phone numbers', ['+44 20 7946 0958', '(555) 123-4567']],
    ['dates', ['2024-04-03', '03/04/2024']],
    ['names', ['Alice', 'Bob']],
    ['article numbers', ['85123A', '22-410']],
  ])('%s', (_, values) => {
    expect(looksLikeNumbers(values)).toBe(false);
  });
});
