import type { ClvReport } from '../../analyses/clv/report';
import { hiddenReason, testNote } from '../../analyses/clv/words';
import { format } from '../../i18n/format';
import { words } from '../../i18n/words';
import type { Forecast } from '../../state/forecast';

const said = () => words.people.page.forecast;

/** Whether a customer is still there and when the next order is to come, or why that is not said; a line each. */
export function forecastInWords({ report: made, score }: Forecast): string[] {
  const report = made as ClvReport;
  if (report.hidden) return [said().hidden(hiddenReason(report.hidden))];
  if (!score) return [said().none];
  const day = (name: 'next_from' | 'next_to') => format.date(String(score[name]));
  // BG/NBD lets nobody leave who has bought once: its certainty means nothing.
  const isEmpty = String(score.model).startsWith('bg-') && Number(score.frequency) === 0;
  const next = () => {
    if (score.next_from === null) return said().noNext;
    return score.next_to === null
      ? said().nextFrom(day('next_from'))
      : said().next(day('next_from'), day('next_to'));
  };
  return [
    isEmpty ? said().empty : said().alive(format.rate(Number(score.p_alive))),
    next(),
    score.is_left_cut ? said().cut : '',
    testNote(report),
  ].filter((line) => line !== '');
}
