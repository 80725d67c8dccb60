/** How fast each month of a year goes, January first: 1 is the mean over the days of a year. */
export type Season = readonly number[];

const DAY = 86_400_000;
/** A year of months around every month that counts, and each month of the year once: two years at least. */
const FEWEST_MONTHS = 24;
const DAYS_OF_MONTHS = [31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * The season of what was counted day by day, as the ratio of each month to the mean of the twelve months around it, pooled over
 * the years (the classical ratio to a moving average), drawn towards 1 by as much as chance alone would spread the months.
 * Null below two whole years.
 * @param daily counts, from the day `starts_on` on
 * @param starts_on 'YYYY-MM-DD'
 */
export function seasonOf(daily: ArrayLike<number>, starts_on: string): Season | null {
  const months = wholeMonths(daily, starts_on);
  if (months.length < FEWEST_MONTHS) return null;
  const pace = months.map(({ count, days }) => count / days);
  const seen = Array.from({ length: 12 }, () => 0);
  const usual = Array.from({ length: 12 }, () => 0);
  for (let at = 6; at + 6 < months.length; at++) {
    let around = (pace[at - 6]! + pace[at + 6]!) / 2;
    for (let near = at - 5; near <= at + 5; near++) around += pace[near]!;
    seen[months[at]!.month]! += months[at]!.count;
    usual[months[at]!.month]! += (around / 12) * months[at]!.days;
  }
  if (usual.some((count) => !(count > 0))) return null;
  const ratios = seen.map((count, month) => count / usual[month]!);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = mean(ratios.map((ratio) => (ratio - 1) ** 2));
  const byChance = mean(usual.map((count) => 1 / count));
  const kept = spread > 0 ? Math.max(0, 1 - byChance / spread) : 0;
  const drawn = ratios.map((ratio) => 1 + kept * (ratio - 1));
  const year = drawn.reduce((sum, weight, month) => sum + weight * DAYS_OF_MONTHS[month]!, 0) / 365.25;
  return drawn.map((weight) => weight / year);
}

function wholeMonths(daily: ArrayLike<number>, starts_on: string) {
  const found: { month: number; days: number; count: number }[] = [];
  const start = Date.parse(starts_on);
  for (let day = 0; day < daily.length;) {
    const date = new Date(start + day * DAY);
    const next = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
    const end = Math.round((next - start) / DAY);
    if (date.getUTCDate() === 1 && end <= daily.length) {
      let count = 0;
      for (let one = day; one < end; one++) count += daily[one]!;
      found.push({ month: date.getUTCMonth(), days: end - day, count });
    }
    day = end;
  }
  return found;
}

/** Time as customers live it: a day of a busy month is a longer one. Days are counted from `starts_on`; without a season it is the calendar. */
export class SeasonClock {
  readonly #passed: Float64Array | null;

  /** @param days as many as are ever asked about; beyond them a day is a day */
  constructor(season: Season | null, starts_on: string, days: number) {
    this.#passed = season ? new Float64Array(days + 1) : null;
    const start = Date.parse(starts_on);
    for (let day = 0; season && day < days; day++)
      this.#passed![day + 1] = this.#passed![day]! + season[new Date(start + day * DAY).getUTCMonth()]!;
  }

  /** Time that has passed by the day, in mean days. */
  at(day: number): number {
    const passed = this.#passed;
    if (!passed) return day;
    const last = passed.length - 1;
    if (day >= last) return passed[last]! + day - last;
    const whole = Math.floor(day);
    return passed[whole]! + (day - whole) * (passed[whole + 1]! - passed[whole]!);
  }

  between(from: number, to: number): number {
    return this.at(to) - this.at(from);
  }

  /** The days after `from` in which so much time passes. */
  daysFor(time: number, from: number): number {
    const passed = this.#passed;
    if (!passed) return time;
    const wanted = this.at(from) + time;
    const last = passed.length - 1;
    if (wanted >= passed[last]!) return last + wanted - passed[last]! - from;
    let [low, high] = [0, last];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (passed[middle]! <= wanted) low = middle;
      else high = middle;
    }
    return low + (wanted - passed[low]!) / (passed[high]! - passed[low]!) - from;
  }
}
