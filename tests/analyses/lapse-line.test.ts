import { describe, expect, it } from 'vitest';
import { EngineError } from '../../src/engine/errors';
import type { Row } from '../../src/domain/table';
import { dataFile, describeWithData } from '../helpers/data';
import { curveAt, horizonOf, judgedLine, purchaseDays, type Days } from '../helpers/oracle-lapse';
import { dayText } from '../helpers/oracle-orders';
import { openShop, type OpenShop } from '../helpers/warehouse';

/** When silence means gone, against a naive count in plain loops, and on shops in which the answer is known. */
const START = 19_000;
const open = (people: readonly Days[]) => {
  const orders = people.flatMap((days, who) => days.map((day) => [`K${who}`, dayText(START + day)] as const));
  const lines = orders.map(([customer, day], at) => `${at},${customer},${day},10.00`);
  return openShop('native', `order_id,customer_id,order_date,amount\n${lines.join('\n')}\n`, {
    history: 'complete',
  });
};

/** A repeatable stream of numbers 0..1. */
function random(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Customers with waits around a mean of their own, who leave after each order with a chance of their own. */
function drawnShop(seed: number, customers: number, span: number): Days[] {
  const next = random(seed);
  return Array.from({ length: customers }, () => {
    const [mean, leaves] = [5 + next() * 100, next() * 0.4];
    const days = [Math.floor(next() * span * 0.7)];
    while (next() > leaves) {
      const day = days.at(-1)! + 1 + Math.floor(-Math.log(1 - next()) * mean);
      if (day > span) break;
      days.push(day);
    }
    return days;
  });
}

async function expectNaive(shop: OpenShop) {
  const { people, asOf, startsOn } = await purchaseDays(shop);
  const { rows, provenance } = await shop.analyse('lapse');
  const { line, check } = judgedLine(people, asOf, startsOn);
  const { found_by, at_risk_days, lapse_days, customers } = provenance.lapse!;
  expect({ found_by, at_risk_days, lapse_days, customers }).toEqual(line);
  expect(provenance.lapse!.check).toEqual({ ...check, on: dayText(check.on) });
  const horizon = horizonOf(asOf, startsOn);
  for (const row of rows.filter((_, at) => at % 7 === 0)) {
    const naive = curveAt(people, asOf, Number(row.days_silent), horizon);
    const { customers: known, spells, returned } = row;
    expect({ known, spells, returned }).toEqual({
      ...{ known: naive.customers, spells: naive.spells, returned: naive.returned },
    });
    expect(Number(row.return_rate)).toBeCloseTo(naive.value!, 12);
  }
  return { line, check, lapse: provenance.lapse!, people, asOf, startsOn };
}

describe('the line is that of a naive count', () => {
  it.each([
    [1, 150, 700],
    [2, 220, 1100],
    [3, 120, 400],
    [4, 60, 900],
    [5, 300, 150],
    [6, 400, 1500],
  ])('in drawn shop %i of %i customers over %i days', async (seed, customers, span) => {
    const { line } = await expectNaive(await open(drawnShop(seed, customers, span)));
    if (seed === 4) expect(line.found_by).toBe('percentile');
    if (seed === 6) expect(line.found_by).toBe('curve');
  });
});

it('a few weekly buyers do not draw the line of the many', async () => {
  const next = random(11);
  // 300 who order about every four months, some eight times, and then leave; and 20 who order every week.
  const many = Array.from({ length: 300 }, () => {
    const days = [Math.floor(next() * 200)];
    for (let order = 1; order < 8; order++) days.push(days.at(-1)! + 60 + Math.floor(next() * 120));
    return days.filter((day) => day <= 1400);
  });
  const weekly = Array.from({ length: 20 }, (_, who) =>
    Array.from({ length: 200 }, (_, at) => (who % 7) + 7 * at),
  );
  // Somebody keeps the shop open to the last day: after a long hole, the file would end before it.
  const steady = Array.from({ length: 57 }, (_, at) => 25 * at);
  const alone = await expectNaive(await open([...many, steady]));
  const together = await expectNaive(await open([...many, ...weekly]));
  expect([alone.line.found_by, together.line.found_by]).toEqual(['curve', 'curve']);
  expect(Math.abs(alone.line.lapse_days! - together.line.lapse_days!)).toBeLessThanOrEqual(5);
  // Every silence weighing one, the weekly ones would have brought the line down to less than their own wait.
  const { people, asOf, startsOn } = together;
  const pooled = (day: number) => {
    const { spells, returned } = curveAt(people, asOf, day, horizonOf(asOf, startsOn));
    return returned / spells;
  };
  expect(pooled(7)).toBeLessThan(pooled(0));
  expect(together.line.at_risk_days).toBeGreaterThan(120);
});

it('a line of which more than a fifth came back is none, and one that a person draws stays, with its check', async () => {
  // Everybody orders every week; 40 leave early, and 100 go over to every 100 days shortly before the day of the check.
  const weekly = (from: number, to: number) =>
    Array.from({ length: Math.floor((to - from) / 7) + 1 }, (_, at) => from + 7 * at);
  const left = Array.from({ length: 40 }, (_, who) => weekly(who % 7, 100));
  const slow = Array.from({ length: 100 }, (_, who) => {
    const before = weekly(who % 7, 690);
    return [...before, ...[1, 2, 3, 4].map((at) => before.at(-1)! + 100 * at)];
  });
  const shop = await open([...left, ...slow, [1095]]);
  const { line, check, lapse } = await expectNaive(shop);
  expect(line.found_by).toBe('none');
  expect(check).toMatchObject({ called_gone: 140, came_back: 100 });
  expect(lapse.reason).toBe('they-came-back');
  const { rows, provenance } = await shop.analyse('churned', { rule: 'days', days: 50 });
  expect(rows.filter(({ status }) => status === 'lost').length).toBe(40);
  expect(provenance.lapse).toMatchObject({ found_by: 'days', lapse_days: 50 });
  expect(provenance.lapse!.check.called_gone).toBe(40);
  expect(provenance.lapse!.check.came_back).toBe(0);
});

describe('where nobody orders again', () => {
  it('nobody is called gone, and the reason is given', async () => {
    const shop = await open(Array.from({ length: 200 }, (_, who) => [who * 2]));
    const { lapse } = await expectNaive(shop);
    expect(lapse).toMatchObject({ found_by: 'none', reason: 'nobody-returns' });
    expect((await shop.analyse('churned')).rows.every(({ status }) => status === null)).toBe(true);
  });
});

describeWithData('a shop whose customers never leave', () => {
  it('calls nobody gone, anywhere, and draws the line that a person chooses', async () => {
    const shop = await openShop(
      'native',
      { path: dataFile('edge', 'never_leave.csv') },
      { history: 'complete' },
    );
    const { lapse } = await expectNaive(shop);
    expect(lapse).toMatchObject({ found_by: 'none', reason: 'curve-stays-high', customers: 1000 });
    // Of 30 customers who were silent for more than 608 days, 23 ordered within a year.
    expect(lapse.longest_known).toEqual({
      days: 608,
      customers: 30,
      return_rate: expect.closeTo(23 / 30, 9),
    });
    const churned = await shop.analyse('churned');
    expect(churned.rows.length).toBe(1000);
    const isBlank = ({ status, crossed_on }: Row) => status === null && crossed_on === null;
    expect(churned.rows.every(isBlank)).toBe(true);
    for (const id of ['churn-rate', 'churn-segments', 'cost-of-churn']) {
      const { rows, provenance } = await shop.analyse(id);
      expect(rows, id).toEqual([]);
      expect(provenance.lapse, id).toEqual(lapse);
    }
    const overdue = await shop.analyse('overdue');
    expect(overdue.rows.length).toBeGreaterThan(0);
    expect(overdue.rows.every(({ is_lapsed }) => is_lapsed === null)).toBe(true);
    const { rows: curve } = await shop.analyse('lapse');
    expect(curve.every((row) => row.is_lapsed === null && row.is_at_risk === null)).toBe(true);
    const refused = await shop
      .analyse('growth', { customers_who: { status: 'lapsed' } })
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(EngineError);
    expect((refused as EngineError).message).toContain(
      'of every 100 customers silent for more than 608 days, 77',
    );
    const chosen = await shop.analyse('churned', { rule: 'percentile' });
    expect(chosen.provenance.lapse).toMatchObject({ found_by: 'percentile', lapse_days: 58 });
    expect(chosen.rows.every(({ status }) => status !== null)).toBe(true);
  });
});
