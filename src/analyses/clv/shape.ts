import { MODELS } from './candidates';
import type { ClvReport } from './report';
import type { Provenance } from '../../domain/table';

/** What the answer's provenance says of the fit; null while there is no answer of this analysis. */
export const reportIn = (provenance: Provenance | undefined): ClvReport | null =>
  (provenance?.fit as ClvReport | undefined) ?? null;

const theta = ({ parameters }: ClvReport) => Object.values(parameters ?? {});
const unitDays = ({ unit }: ClvReport) => (unit === 'weeks' ? 7 : 1);

/** Repeat orders of all customers so far, week by week: as they came, and as the model expects them of such newcomers. */
export function tracked(report: ClvReport): { week: number; happened: number; expected: number }[] {
  const { model, weeks } = report;
  if (!model || weeks.length === 0) return [];
  // Newcomers of a week came on average in its middle; what each age brings is asked once.
  const byAge = weeks.map((_, age) =>
    MODELS[model].expectedNew(theta(report), ((age + 0.5) * 7) / unitDays(report)),
  );
  let happened = 0;
  return weeks.map(({ repeats }, week) => {
    happened += repeats;
    let expected = 0;
    for (let start = 0; start <= week; start++) expected += weeks[start]!.newcomers * byAge[week - start]!;
    return { week: week + 1, happened, expected };
  });
}

export const FREQUENCIES = [0, 1, 2, 3, 4, 6, 9, 14] as const;
const SILENT = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 0.9] as const;

/** P(alive) by how often customers came back and how long ago the last time was, for one first seen `age` days ago. */
export function aliveMatrix(
  report: ClvReport,
  age: number,
): { frequency: number; silent: number; share: number }[] {
  const { model } = report;
  if (!model) return [];
  const unit = unitDays(report);
  return FREQUENCIES.flatMap((frequency) =>
    SILENT.map((part) => {
      const silent = Math.round(part * age);
      const recency = frequency === 0 ? 0 : age - silent;
      const history = { frequency, recency: recency / unit, age: (frequency === 0 ? silent : age) / unit };
      return { frequency, silent, share: MODELS[model].pAlive(theta(report), history) };
    }),
  );
}
