import { format } from '../i18n/format';
import { words } from '../i18n/words';

interface Measured {
  done: number | null;
  total: number | null;
  unit: 'bytes' | 'rows' | 'steps' | null;
  secondsLeft: number | null;
}

const MEGABYTE = 1024 * 1024;

function amounts(done: number, total: number, unit: 'bytes' | 'rows' | 'steps'): string {
  if (unit === 'bytes')
    return words.ui.progress(oneDecimal(done / MEGABYTE), oneDecimal(total / MEGABYTE), 'MB');
  if (total < 1_000_000)
    return words.ui.progress(format.count(done), format.count(total), words.ui.units[unit]);
  const millions = [oneDecimal(done / 1e6), oneDecimal(total / 1e6)] as const;
  return words.ui.progress(...millions, words.ui.millions(words.ui.units[unit]));
}

const oneDecimal = (value: number): string => format.number(Math.round(value * 10) / 10);

/** Time to come, in steps a person can believe: seconds to 90 (by fives over 15), then minutes. */
export function timeLeft(seconds: number): string {
  if (seconds >= 90) return words.ui.minutes(Math.round(seconds / 60));
  const rounded = seconds > 15 ? Math.round(seconds / 5) * 5 : Math.max(1, Math.round(seconds));
  return words.ui.seconds(rounded);
}

/** How far it is; of what is unpacked only how much has come out is known. */
function part({ done, total, unit }: Measured): string {
  if (done === null || unit === null) return '';
  if (total !== null) return ` ${amounts(done, total, unit)}`;
  return unit === 'bytes' && done > 0 ? ` ${words.ui.unpacked(oneDecimal(done / MEGABYTE), 'MB')}` : '';
}

/** "Reading 3.1 of 12.4 million lines … about 9 seconds". */
export function progressText(doing: string, measured: Measured): string {
  const { secondsLeft } = measured;
  const time =
    secondsLeft !== null && Number.isFinite(secondsLeft) ? ` ${words.ui.about(timeLeft(secondsLeft))}` : '';
  return `${doing}${part(measured)} …${time}`;
}

/** What a screen reader hears: only each tenth, since the text changes many times a second. */
export function aloud(doing: string, share: number | null): string {
  return share === null ? doing : `${doing}, ${format.rate(Math.floor(share * 10) / 10)}`;
}
