import { describe, expect, it } from 'vitest';
import { Random } from '../../src/models/random';
import { SeasonClock, seasonOf } from '../../src/models/season';
import { seasonClock, shopDays } from '../../src/sample/season';

const DAY = 86_400_000;
const START = '2021-01-01';
const monthOf = (day: number) => new Date(Date.parse(START) + day * DAY).getUTCMonth();
const counts = (days: number, rate: (day: number) => number, seed = 3) => {
  const random = new Random(seed);
  return Array.from({ length: days }, (_, day) => random.poisson(rate(day)));
};
const TRUE = [0.9, 0.9, 1, 1, 1, 0.95, 0.75, 0.75, 1, 1.05, 1.2, 1.5];

describe('the season of a shop', () => {
  it('is found in a growing shop, month by month, to a few hundredths', () => {
    const season = seasonOf(
      counts(1461, (day) => 10 * (1 + day / 1461) * TRUE[monthOf(day)]!),
      START,
    )!;
    season.forEach((weight, month) =>
      expect(Math.abs(weight - TRUE[month]!), String(month)).toBeLessThan(0.1),
    );
    const year = Array.from({ length: 1461 }, (_, day) => season[monthOf(day)]!);
    expect(year.reduce((sum, weight) => sum + weight, 0) / 1461).toBeCloseTo(1, 3);
  });

  it('is hardly one where only chance moves the months', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const season = seasonOf(
        counts(1461, () => 3, seed),
        START,
      )!;
      season.forEach((weight) => expect(Math.abs(weight - 1)).toBeLessThan(0.08));
    }
  });

  it('is not said of fewer than 24 whole months, nor of a shop without repeats', () => {
    expect(
      seasonOf(
        counts(700, () => 10),
        START,
      ),
    ).toBeNull();
    expect(
      seasonOf(
        counts(733, () => 10),
        '2021-01-02',
      ),
    ).toBeNull();
    expect(
      seasonOf(
        counts(730, () => 10),
        START,
      ),
    ).not.toBeNull();
    expect(seasonOf(new Float64Array(1461), START)).toBeNull();
  });
});

describe('the clock that runs by it', () => {
  it('is the calendar without a season', () => {
    const clock = new SeasonClock(null, START, 10);
    expect([clock.at(0), clock.at(3.5), clock.between(2, 400), clock.daysFor(7, 20)]).toEqual([
      0, 3.5, 398, 7,
    ]);
  });

  it('makes a busy month long, a year as long as it is, and can be turned back', () => {
    const clock = new SeasonClock(TRUE, START, 1461);
    const [november, december, january] = [304, 334, 365];
    expect(clock.between(december, january)).toBeCloseTo(31 * 1.5, 9);
    expect(clock.between(november, december)).toBeCloseTo(30 * 1.2, 9);
    expect(clock.between(0, 365) / 365).toBeCloseTo(1, 1);
    for (const days of [0, 1, 17.5, 200, 3000])
      expect(clock.daysFor(clock.between(december, december + days), december)).toBeCloseTo(days, 6);
  });

  it('is the one that the sample shop’s customers live by, to a week, found from their orders alone', () => {
    const days = shopDays(7, 2024);
    const lived = seasonClock(days);
    const season = seasonOf(
      counts(1461, (day) => 8 * (lived[day + 1]! - lived[day]!)),
      START,
    );
    const clock = new SeasonClock(season, START, 1461);
    // Within three days at every turn of a month.
    for (let day = 0; day <= 1461; day += 30) expect(Math.abs(clock.at(day) - lived[day]!)).toBeLessThan(7);
  });
});
