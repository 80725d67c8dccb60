import type { Choices } from '../../../src/domain/choices';
import type { OpenQuestion } from '../../../src/domain/said/questions';
import type { MappingProposal } from '../../../src/domain/mapping';
import { currencyQuestion } from '../../../src/ingest/numbers/currency-question';
import { askedOnce } from '../evidence/asked-once';
import type { Database } from '../host/database';
import type { CountedColumns } from '../evidence/evidence';
import { quoteText } from '../sql/quote';
import { rawColumn } from '../reading/reading';

/** Up to this part of the rows is set aside for its currency without asking. */
const ASKED_ABOVE = 0.01;

/** Asks which currencies count, where more than a few rows would be set aside for theirs; null where nothing is to ask. */
export async function currencyQuestionOf(
  signal: AbortSignal,
  database: Database,
  counted: CountedColumns,
  { fields, currency_marks, amount_from }: MappingProposal,
  choices: Choices,
): Promise<OpenQuestion | null> {
  const isSaid = choices.currency !== undefined || choices.rates !== undefined;
  if (isSaid || choices.map?.currency !== undefined) return null;
  const at = (wanted: string) => fields.find(({ field }) => field === wanted)?.position;
  const column = at('currency');
  const beside = amount_from === 'amount' ? at('amount') : at('unit_price');
  const text = column ?? (currency_marks.length > 0 ? beside : undefined);
  if (text === undefined) return null;
  const cell = rawColumn(text);
  const head = counted.columns[text]!.column;
  const cases = currency_marks.map(
    ({ text: mark, currency }) => `when contains(${cell}, ${quoteText(mark)}) then ${quoteText(currency)}`,
  );
  const currency = column === undefined ? `case ${cases.join(' ')} end` : `nullif(upper(trim(${cell})), '')`;
  const found = await askedOnce<{ currency: string; rows: number }>(
    signal,
    database,
    counted,
    `select currency, count(*) as rows from (select ${currency} as currency from raw)
     where currency is not null group by currency order by rows desc, currency limit 12`,
  );
  // A head that is repeated among the rows names no currency.
  const named = found.filter((one) => one.currency !== head.trim().toUpperCase());
  const [main, ...others] = named;
  if (!main) return null;
  const rest = others.reduce((sum, { rows }) => sum + rows, 0);
  if (rest <= ASKED_ABOVE * (main.rows + rest)) return null;
  return currencyQuestion(head, named, column !== undefined);
}
