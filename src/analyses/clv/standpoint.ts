import type { Histories } from '../../models/histories';
import { SeasonClock, seasonOf, type Season } from '../../models/season';
import { daysBetween, type Bought, type Gaps } from './read-columns';

/** Nothing is asked about a later day: the longest horizon there is. */
const FARTHEST = 3650;

/** A day from which is looked back and ahead, in the season that was known on it. Times are in the unit that is fitted in. */
export class Standpoint {
  readonly season: Season | null;
  readonly #clock: SeasonClock;
  readonly #day: number;
  readonly #unitDays: number;

  /** @param isSeasonal whether a season is looked for: none where it could not be tried on the past */
  constructor({ days, starts_on }: Bought, on: string, unitDays: number, isSeasonal = true) {
    this.#day = daysBetween(starts_on, on);
    this.#unitDays = unitDays;
    const repeats = new Float64Array(Math.max(this.#day, 0) + 1);
    for (const one of days) if (one.day <= this.#day) repeats[one.day]! += one.repeats;
    this.season = isSeasonal ? seasonOf(repeats, starts_on) : null;
    this.#clock = new SeasonClock(this.season, starts_on, this.#day + FARTHEST);
  }

  /** What will have passed after so many days. */
  ahead(days: number): number {
    return this.#clock.between(this.#day, this.#day + days) / this.#unitDays;
  }

  /** The days in which so much passes. */
  daysFor(time: number): number {
    return this.#clock.daysFor(time * this.#unitDays, this.#day);
  }

  /** Σ ln of the gaps that had ended by the stage, as the time that passed in them. */
  logGaps({ length, ended, stage, count }: Gaps, last: 0 | 1 | 2): number {
    let sum = 0;
    for (let i = 0; i < length.length; i++) {
      if (stage[i]! > last) continue;
      const from = Math.max(ended[i]! - length[i]!, 0);
      sum += count[i]! * Math.log(this.#clock.between(from, from + length[i]!) / this.#unitDays);
    }
    return sum;
  }

  /** Some entries, their days as the time that had passed. */
  histories({ frequency, recency, age, customers }: Histories, entries: readonly number[]): Histories {
    const [clock, end] = [this.#clock, this.#day];
    const passed = (entry: number, days: number) =>
      clock.between(end - age[entry]!, end - age[entry]! + days) / this.#unitDays;
    return {
      frequency: Int32Array.from(entries, (i) => frequency[i]!),
      recency: Float64Array.from(entries, (i) => passed(i, recency[i]!)),
      age: Float64Array.from(entries, (i) => passed(i, age[i]!)),
      customers: Float64Array.from(entries, (i) => customers[i]!),
    };
  }
}
