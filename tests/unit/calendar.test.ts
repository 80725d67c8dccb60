import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween, isDay, isZone, zoneOffsets } from '../../src/domain/calendar';

const within = (zone: string, year: number) =>
  zoneOffsets(zone, 1990, 2060).filter(({ from_utc }) => from_utc.startsWith(String(year)));

describe('the offsets of a zone', () => {
  it.each([
    ['Europe/Paris', 2024, ['2024-03-31 01:00:00', 120], ['2024-10-27 01:00:00', 60]],
    ['America/New_York', 2024, ['2024-03-10 07:00:00', -240], ['2024-11-03 06:00:00', -300]],
    ['Australia/Lord_Howe', 2024, ['2024-04-06 15:00:00', 630], ['2024-10-05 15:30:00', 660]],
    ['America/Sao_Paulo', 2018, ['2018-02-18 02:00:00', -180], ['2018-11-04 03:00:00', -120]],
  ] as const)('%s changes in %i at the minute that the law says', (zone, year, first, second) => {
    expect(within(zone, year)).toEqual([first, second].map(([from_utc, minutes]) => ({ from_utc, minutes })));
  });

  it('keeps one offset where the law knows no summer time', () => {
    expect(zoneOffsets('Asia/Ho_Chi_Minh', 1990, 2060)).toEqual([
      { from_utc: '1990-01-01 00:00:00', minutes: 420 },
    ]);
    expect(zoneOffsets('Asia/Kathmandu', 2000, 2060)).toEqual([
      { from_utc: '2000-01-01 00:00:00', minutes: 345 },
    ]);
    expect(zoneOffsets('UTC', 1990, 2060)).toEqual([{ from_utc: '1990-01-01 00:00:00', minutes: 0 }]);
  });

  it('ends summer time in Brazil with 2019', () => {
    expect(within('America/Sao_Paulo', 2019).length).toBe(1);
    expect(within('America/Sao_Paulo', 2020)).toEqual([]);
  });

  it('agrees with the platform’s own clock at any moment', () => {
    const zones = fc.constantFrom(
      'Europe/Paris',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
      'Asia/Tehran',
    );
    const cache = new Map<string, ReturnType<typeof zoneOffsets>>();
    const moments = fc.integer({ min: Date.UTC(1991, 0, 1), max: Date.UTC(2035, 0, 1) });
    fc.assert(
      fc.property(zones, moments, (zone, moment) => {
        const changes = cache.get(zone) ?? zoneOffsets(zone, 1990, 2040);
        cache.set(zone, changes);
        const utc = new Date(moment).toISOString().slice(0, 19).replace('T', ' ');
        const minutes = changes.filter(({ from_utc }) => from_utc <= utc).at(-1)!.minutes;
        const wall = new Date(moment).toLocaleString('sv-SE', { timeZone: zone });
        expect(new Date(moment + minutes * 60_000).toISOString().slice(0, 19).replace('T', ' ')).toBe(wall);
      }),
      { numRuns: 500, seed: 8 },
    );
  });

  it('does not know zones that are none', () => {
    expect(isZone('Europe/Paris')).toBe(true);
    expect(isZone('Europe/Atlantis')).toBe(false);
    expect(() => zoneOffsets('Europe/Atlantis', 2000, 2001)).toThrow(RangeError);
  });
});

describe('days', () => {
  it('exist or do not', () => {
    expect(['2024-02-29', '2000-02-29', '2024-12-31'].every(isDay)).toBe(true);
    for (const text of [
      '2023-02-29',
      '1900-02-29',
      '2024-04-31',
      '2024-13-01',
      '2024-1-1',
      '24-01-01',
      '2024-01-01T00:00',
      '',
    ])
      expect(isDay(text), text).toBe(false);
  });

  it('are counted over leap days and years', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2023-02-28', '2023-03-01')).toBe(1);
    expect(daysBetween('2000-01-01', '2028-01-01')).toBe(10_227);
    expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2);
  });
});
