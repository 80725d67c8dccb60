import { describe, expect, it } from 'vitest';
import type { Choices } from '../../src/domain/choices';
import { EngineError } from '../../src/engine/errors';
import { orderOf, questionsOf } from '../helpers/thousand/expect';
import { figuresOf } from '../helpers/thousand/oracle';
import { shopOf, type TrueShop } from '../helpers/thousand/truth';
import { writeShop, type WrittenFile } from '../helpers/thousand/write';
import { openShop, type EngineName, type OpenShop } from '../helpers/warehouse';

const FILES = 1000;
const IN_BATCH = 50;

/** What the product says of a file, in the same form as the oracle. */
async function answerOf(engine: EngineName, { file }: WrittenFile, digits: number, choices: Choices) {
  const shop = await openShop(engine, file, { history: 'complete', ...choices });
  const { report } = shop;
  return {
    report,
    shop,
    figures: {
      orders: report.all.orders,
      sales: await exact(shop, 'select sum(sales)::varchar as text from orders where is_valid', digits),
      customers: report.identified.customers,
      identified: {
        orders: report.identified.orders,
        sales: await exact(
          shop,
          'select sum(sales)::varchar as text from orders where is_valid and customer_id is not null',
          digits,
        ),
        refunds: await exact(
          shop,
          'select sum(amount)::varchar as text from refunds where is_of_customer',
          digits,
        ),
      },
      months: Object.fromEntries(
        (
          await shop.rows<{ month: string; orders: number }>(
            `select strftime(ordered_on, '%Y-%m') as month, count(*)::integer as orders from orders where is_valid group by month`,
          )
        ).map(({ month, orders }) => [month, orders]),
      ),
    },
  };
}

/** An exact sum in the smallest unit; it fails where digits below that unit are not zero. */
async function exact(shop: OpenShop, sql: string, digits: number): Promise<bigint> {
  const [row] = await shop.rows<{ text: string | null }>(sql);
  const [whole = '0', decimals = ''] = (row?.text ?? '0').split('.');
  if (/[1-9]/.test(decimals.slice(digits))) throw new Error(`${row?.text} has more than ${digits} decimals`);
  return BigInt(whole + decimals.slice(0, digits).padEnd(digits, '0'));
}

const answers = (shop: TrueShop, written: WrittenFile, questions: string[]): Choices => ({
  ...(questions.includes('date_order') ? { date_order: orderOf(written) } : {}),
  ...(questions.includes('decimal') ? { decimal: shop.locale.decimal } : {}),
});

/** Files in which no day is above 12, and files in which every mark stands before three digits. */
const QUESTIONS = { date_order: 42, decimal: 11 };
const counted: Record<string, number> = {};

/** What is wrong with one file, in words, or null. */
async function wrongWith(engine: EngineName, seed: number): Promise<string | null> {
  const shop = shopOf(seed);
  const written = writeShop(shop);
  const wanted = questionsOf(shop, written);
  for (const id of wanted) counted[id] = (counted[id] ?? 0) + 1;
  const about = `${seed} ${shop.locale.name} ${written.datePattern} "${written.moneyTexts.at(-1)}" ${written.encoding} ${written.header.join('|')}`;
  try {
    const questions: string[] = [];
    const answer = await answerOf(engine, written, shop.locale.digits, {}).catch(async (error: unknown) => {
      if (!(error instanceof EngineError) || error.code !== 'needs-choice') throw error;
      questions.push(...(error.questions ?? []).map(({ id }) => id));
      if (questions.join() !== wanted.join()) return null;
      return answerOf(engine, written, shop.locale.digits, answers(shop, written, questions));
    });
    if (questions.join() !== wanted.join() || answer === null)
      return `${about}: asks ${questions.join() || 'nothing'} for ${wanted.join() || 'nothing'}`;
    const { figures, report } = answer;
    const aside = report.set_aside.reduce((sum, { rows }) => sum + rows, 0);
    const { ofShop, between } = written.rows;
    const found = {
      ...figures,
      rows: [report.rows_read, report.rows_used, aside],
      failed: report.facts.filter(({ id }) => id === 'check_failed').length,
    };
    // A price of zero is a gift's; an amount of zero is used, and adds nothing.
    const gifts = shop.byPrice ? shop.rows.filter(({ isGift }) => isGift).length : 0;
    const rows = [ofShop + between, ofShop - gifts, between + gifts];
    const truth = { ...figuresOf(shop), rows, failed: 0 };
    return said(found) === said(truth)
      ? null
      : `${about}: ${said(found)} for ${said(truth)}; ${JSON.stringify(report.mapping)} ${JSON.stringify(report.set_aside)}`;
  } catch (error) {
    return `${about}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

const said = (figures: object): string =>
  JSON.stringify(figures, (key, value: unknown) =>
    typeof value === 'bigint'
      ? value.toString()
      : key === 'months'
        ? Object.entries(value as object)
            .sort(([a], [b]) => a.localeCompare(b))
            .map(([month, orders]) => `${month}:${orders}`)
            .join(' ')
        : value,
  );

/** Part of the files, while working: `THOUSAND_FROM=100 THOUSAND_TO=150`. */
const from = Number(process.env.THOUSAND_FROM ?? 0);
const to = Number(process.env.THOUSAND_TO ?? FILES);

describe('a thousand files of shops that are known', () => {
  const batches = Array.from({ length: Math.ceil((to - from) / IN_BATCH) }, (_, i) => from + i * IN_BATCH);
  it.each(batches)(
    'from %i on: rows, money, orders, customers and months are those of the shop',
    async (first) => {
      const wrong: string[] = [];
      for (let seed = first; seed < Math.min(first + IN_BATCH, to); seed++) {
        const found = await wrongWith('native', seed);
        if (found !== null) wrong.push(found);
      }
      expect(wrong).toEqual([]);
    },
    600_000,
  );

  it.skipIf(to - from < FILES)('ask only what nobody could tell from the file, and that often', () => {
    expect(counted).toEqual(QUESTIONS);
  });
});

describe('twenty of them in the engine of the page', () => {
  it('have the same figures', async () => {
    const wrong: string[] = [];
    for (let seed = 7; seed < FILES; seed += FILES / 20) {
      const found = await wrongWith('wasm', seed);
      if (found !== null) wrong.push(found);
    }
    expect(wrong).toEqual([]);
  }, 600_000);
});
