import { SeasonClock } from '../../models/season';
import { modelOf } from './candidates';
import type { ClvReport } from './report';
import type { Provenance } from '../../domain/table';

/** What the answer's provenance says of the fit; null while there is no answer of this analysis. */
export const reportIn = (provenance: Provenance | undefined): ClvReport | null =>
  (provenance?.fit as ClvReport | undefined) ?? null;

/** The model of a report with its parameters; k says which model it is. */
function modelIn({ model, parameters }: ClvReport) {
  const { k = 1, ...theta } = parameters ?? {};
  return model && { model: modelOf(model, k), theta: Object.values(theta) };
}
const unitDays = ({ unit }: ClvReport) => (unit === 'weeks' ? 7 : 1);

export interface TrackedWeek {
  week: number;
  /** So far. */
  happened: number;
  expected: number;
  /** In this week. */
  repeats: number;
  expected_repeats: number;
}

/** Weeks between two times at which the model is asked; between them it is as good as straight. */
const STEP = 0.5;

/** Repeat orders of all customers week by week, and so far: as they came, and as the model expects them of such newcomers. */
export function tracked(report: ClvReport): TrackedWeek[] {
  const { weeks, season, starts_on } = report;
  const fitted = modelIn(report);
  if (!fitted || weeks.length === 0) return [];
  const clock = new SeasonClock(season, starts_on, 7 * weeks.length);
  const last = clock.at(7 * weeks.length) / 7;
  const known = Array.from({ length: Math.ceil(last / STEP) + 2 }, (_, at) =>
    at === 0 ? 0 : fitted.model.expectedNew(fitted.theta, (at * STEP * 7) / unitDays(report)),
  );
  const expectedAfter = (time: number) => {
    const at = Math.floor(time / STEP);
    return known[at]! + (time / STEP - at) * (known[at + 1]! - known[at]!);
  };
  // Newcomers of a week came on average in its middle.
  const starts = weeks.map((_, week) => clock.at(7 * week + 3.5) / 7);
  let [happened, before] = [0, 0];
  return weeks.map(({ repeats }, week) => {
    const end = clock.at(7 * (week + 1)) / 7;
    happened += repeats;
    let expected = 0;
    for (let start = 0; start <= week; start++)
      expected += weeks[start]!.newcomers * expectedAfter(end - starts[start]!);
    const found = { week: week + 1, happened, expected, repeats, expected_repeats: expected - before };
    before = expected;
    return found;
  });
}

export const FREQUENCIES = [0, 1, 2, 3, 4, 6, 9, 14] as const;
const SILENT = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 0.9] as const;

/** P(alive) by how often customers came back and how long ago the last time was, for one first seen `age` days ago. */
export function aliveMatrix(
  report: ClvReport,
  age: number,
): { frequency: number; silent: number; share: number }[] {
  const fitted = modelIn(report);
  if (!fitted) return [];
  const unit = unitDays(report);
  return FREQUENCIES.flatMap((frequency) =>
    SILENT.map((part) => {
      const silent = Math.round(part * age);
      const recency = frequency === 0 ? 0 : age - silent;
      const history = { frequency, recency: recency / unit, age: (frequency === 0 ? silent : age) / unit };
      return { frequency, silent, share: fitted.model.pAlive(fitted.theta, history) };
    }),
  );
}
