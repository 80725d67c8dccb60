import { messagesOf } from '../../i18n/analysis-words';
import { format } from '../../i18n/format';
import type { TotalReport } from './report';

const QUARTER = 3;

/** What all customers together will bring from now to the end of each month, with the band: the curve and its axes. */
export function monthCurve(months: readonly TotalReport[], currency: string | null) {
  const messages = messagesOf('clv');
  const money = (value: number) => format.money(value, currency);
  const ends = months.map(({ value, low, high }, at) => ({ x: at + 1, y: value, low, high }));
  const last = months.at(-1);
  return {
    line: {
      ...{ label: last ? money(last.value) : '', colour: 3 },
      points: [{ x: 0, y: 0, low: 0, high: 0 }, ...ends],
    },
    axes: {
      ...{ x: messages.axisMonths, y: messages.axisAhead(currency ?? '') },
      height: money,
      ticks: Array.from({ length: Math.floor(months.length / QUARTER) + 1 }, (_, at) => at * QUARTER),
      tick: (value: number) => format.count(value),
    },
  };
}
