import type { TillSwitch } from '../../../ingest/mapping/till-switches';
import type { TillAnswer } from '../../../state/till.svelte';
import { format } from '../../../i18n/format';
import { words } from '../../../i18n/words';

const said = () => words.pages.mappingPreview.till;

/** "with tax and with cancelled orders". */
export const tillWords = (ids: readonly TillSwitch['id'][]): string =>
  format.list(ids.map((id) => said().switches[id]));

/** What came of comparing a typed total, as a sentence. */
export function tillSentence({ typed, now, because }: TillAnswer, currency: string | null): string {
  const money = (value: number) => format.moneyExact(value, currency);
  if (because?.ids.length === 0)
    return because.figure === 'sales'
      ? said().agreesSales(money(now.sales))
      : said().agreesNet(money(now.net));
  if (because) {
    const what = tillWords(because.ids);
    return said().explained[because.figure](
      what.charAt(0).toLocaleUpperCase() + what.slice(1),
      money(because.total),
    );
  }
  const off = typed - now.sales;
  const share = now.sales === 0 ? '' : format.rate(Math.abs(off) / now.sales);
  return said().off[off > 0 ? 'more' : 'less'](money(Math.abs(off)), share);
}
