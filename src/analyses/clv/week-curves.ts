import { format } from '../../i18n/format';
import { messagesOf } from '../../i18n/analysis-words';
import type { TrackedWeek } from './shape';

const messages = () => messagesOf('clv');

const QUARTER = 13;

/** Repeat orders as they came and as the model expects them, so far or of each week: the curves and their axes. */
export function weekCurves(weeks: readonly TrackedWeek[], soFar: boolean) {
  const points = (of: (week: TrackedWeek) => number) => weeks.map((week) => ({ x: week.week, y: of(week) }));
  const step = Math.max(QUARTER, Math.ceil(weeks.length / 6 / QUARTER) * QUARTER);
  return {
    lines: [
      {
        ...{ label: messages().curveHappened, colour: 0, smooth: true },
        points: points((week) => (soFar ? week.happened : week.repeats)),
      },
      {
        ...{ label: messages().curveExpected, colour: 1, dashed: true },
        points: points((week) => (soFar ? week.expected : week.expected_repeats)),
      },
    ],
    axes: {
      ...{ x: messages().axisWeeks, y: soFar ? messages().axisOrders : messages().axisEach },
      height: (y: number) => format.number(y),
      ticks: Array.from({ length: Math.floor(weeks.length / step) + 1 }, (_, at) => at * step),
      tick: (value: number) => format.count(value),
    },
  };
}
