import { FEWEST_CHECKED, MOST_BACK, type LapseLine } from '../domain/standing';
import { format } from '../i18n/format';
import { words } from '../i18n/words';

const lapse = () => words.lapse;
const hundred = (share: number) => format.count(Math.round(100 * share));

/** Why nobody is called gone, and what a person can do about it; a line each. */
export function withoutLine(line: LapseLine | undefined): string[] {
  if (line?.found_by !== 'none') return [];
  const { reason, longest_known: known, check, customers } = line;
  const horizon = format.days(line.horizon_days);
  const { called_gone, came_back } = check;
  const why = () => {
    if (reason === 'curve-stays-high' && known)
      return lapse().why.staysHigh(format.days(known.days), hundred(known.return_rate), horizon);
    if (reason === 'they-came-back')
      return lapse().why.cameBack(
        ...([format.date(check.on), format.count(called_gone)] as const),
        ...([format.count(came_back), hundred(came_back / called_gone), horizon] as const),
      );
    if (reason === 'nobody-returns') return lapse().why.nobody(format.count(customers), horizon);
    return lapse().why.openWaits;
  };
  return [why(), lapse().offer];
}

/** The check of the line on its own past, in plain numbers; empty where there is no line. */
export function checkOf(line: LapseLine | undefined): string {
  if (!line || line.found_by === 'none') return '';
  const { on, lapse_days, called_gone, came_back } = line.check;
  const [day, horizon] = [format.date(on), format.days(line.horizon_days)];
  if (lapse_days === null || called_gone < FEWEST_CHECKED) return lapse().unchecked(day);
  const share = came_back / called_gone;
  const said = lapse().checked(
    ...([day, format.days(lapse_days), format.count(called_gone)] as const),
    ...([format.count(came_back), format.rate(share), horizon] as const),
  );
  return share > MOST_BACK ? `${said} ${lapse().oftenWrong}` : said;
}
