import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect } from 'vitest';
import type { Row } from '../../src/domain/table';
import type { AnalysisParams } from '../../src/engine/call-contract';
import { dataFile } from './data';
import { near } from './expected';
import type { OpenShop } from './warehouse';

type Scores = 'R' | 'F' | 'M';
/** What was published of a set's RFM scores and of its customers who were silent for more than 90 days. */
export interface PublishedChurn {
  customers: number;
  rfm: {
    reference_date: string;
    cutoffs: Record<Scores, number[]>;
    cut_counts: Record<Scores, Record<string, number>>;
    ntile_counts: Record<Scores, Record<string, number>>;
    /** Of the lines "customer, tab, score" in the order of the customers. */
    ntile_score_sha256: Record<Scores, string>;
    cut_cells: Record<string, number>;
  };
  churn_90: { churned: number; rate: number; ids_sha256: string; first_10_ids: string[]; ids_file: string };
}

const SCORES = ['R', 'F', 'M'] as const;
const VALUES = { R: 'recency_days', F: 'frequency', M: 'monetary' } as const;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const byBytes = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other));
const counted = (rows: Row[], key: (row: Row) => string) => {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[key(row)] = (counts[key(row)] ?? 0) + 1;
  return counts;
};

/** Scores by percentiles and by NTILE, for each customer; params say which refunds are taken off. */
export async function compareRfm(shop: OpenShop, { rfm, customers }: PublishedChurn, params: AnalysisParams) {
  const asked = { as_of: rfm.reference_date, window_months: null, ...params };
  const { rows } = await shop.analyse('rfm', { ...asked, scoring: 'cut' });
  expect(rows.length).toBe(customers);
  expect(counted(rows, ({ r, f, m }) => `${r}${f}${m}`)).toEqual(rfm.cut_cells);
  for (const score of SCORES) {
    const column = score.toLowerCase();
    const found = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0, ...counted(rows, (row) => String(row[column])) };
    expect(found, score).toEqual(rfm.cut_counts[score]);
    let cuts = 0;
    for (const row of rows) {
      const level = score === 'R' ? 6 - Number(row.r) : Number(row[column]);
      const cut = row[`${column}_up_to`];
      if (level === 5) expect(cut).toBeNull();
      else {
        near(cut, rfm.cutoffs[score][level - 1]!, `${score} cut ${level}`);
        expect(Number(row[VALUES[score]])).toBeLessThanOrEqual(Number(cut) + 1e-9);
        cuts++;
      }
    }
    expect(cuts, score).toBeGreaterThan(0);
  }
  const tiled = (await shop.analyse('rfm', { ...asked, scoring: 'ntile' })).rows;
  tiled.sort((one, other) => byBytes(String(one.customer), String(other.customer)));
  for (const score of SCORES) {
    const column = score.toLowerCase();
    expect(
      counted(tiled, (row) => String(row[column])),
      score,
    ).toEqual(rfm.ntile_counts[score]);
    const lines = tiled.map((row) => `${row.customer}\t${row[column]}`).join('\n');
    expect(sha256(lines), `${score} by NTILE, customer by customer`).toBe(rfm.ntile_score_sha256[score]);
  }
}

/** Who was silent for more than 90 days, name by name, and that the ladder has a place for everybody else. */
export async function compareChurned(shop: OpenShop, { churn_90, customers }: PublishedChurn) {
  const { rows } = await shop.analyse('churned', { rule: 'days', days: 90 });
  expect(rows.length).toBe(customers);
  const crossed = rows.filter(({ crossed_on }) => crossed_on !== null);
  const ids = crossed.map(({ customer }) => String(customer)).sort(byBytes);
  const listed = gunzipSync(readFileSync(dataFile('expected', churn_90.ids_file))).toString();
  expect(ids.join('\n')).toBe(listed.trimEnd());
  expect(sha256(ids.join('\n'))).toBe(churn_90.ids_sha256);
  expect(ids.slice(0, 10)).toEqual(churn_90.first_10_ids);
  near(ids.length / rows.length, churn_90.rate, 'share churned');
  const after90 = rows.filter(({ days_silent }) => Number(days_silent) > 90);
  expect(after90.length).toBe(churn_90.churned);
  expect(crossed.every(({ status }) => status === 'lapsed' || status === 'lost')).toBe(true);
}
