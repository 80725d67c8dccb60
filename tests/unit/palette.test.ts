import { beforeAll, describe, expect, test } from 'vitest';
import { analyses } from '../../src/analyses/registry';
import { titledOf } from '../../src/i18n/analysis-words';
import { loadAnalysisWords } from '../../src/i18n/language';
import type { Entry } from '../../src/pages/palette/entry';
import { found, sectionsOf } from '../../src/pages/palette/listing';
import { folded } from '../../src/domain/folded';
import { scoreOf } from '../../src/pages/palette/match';

beforeAll(loadAnalysisWords);

describe('what was typed', () => {
  test('is compared without case, accents and strokes', () => {
    expect(['Zoë MÜLLER', 'Đặng', 'Łukasz', 'Straße', 'Søren'].map(folded)).toEqual([
      ...['zoe muller', 'dang', 'lukasz', 'strasse', 'soren'],
    ]);
    expect(folded('订单')).toBe('订单');
  });

  test('matches a label best in whole, then its beginning, its words, the other words, and parts of words', () => {
    const score = (typed: string) => scoreOf(typed, 'who is late', 'overdue, churn risk');
    expect(['who is late', 'who', 'late who', 'overdue', 'risk', 'verd'].map(score)).toEqual([
      ...[0, 1, 2, 2.5, 3, 5],
    ]);
    expect(['', 'rd', 'late never'].map(score)).toEqual([null, null, null]);
  });
});

test.each([
  ['LTV', ['cohort-value', 'clv', 'clv-by', 'rule-of-thumb']],
  ['churn', ['churned', 'churn-rate', 'lapse', 'churn-segments', 'cost-of-churn']],
  ['RFM', ['rfm']],
  ['AOV', ['overview', 'cohort-value']],
  ['cross-sell', ['product-pairs', 'next-product']],
  ['repeat purchase rate', ['repeat-rate']],
  ['survival', ['order-gaps', 'order-gaps-by']],
  ['CAC', ['payback']],
])('the trade’s %s is among the words of the questions that answer it', (term, ids) => {
  const by = [...analyses.keys()].filter(
    (id) => scoreOf(folded(term), '', folded(titledOf(id).also)) !== null,
  );
  expect(by).toEqual(expect.arrayContaining(ids));
});

test('a tab has two words or three short ones, and every question has words of the trade', () => {
  for (const id of analyses.keys()) {
    const { tab, also } = titledOf(id);
    expect([id, tab.length <= 15 && tab.split(' ').length <= 3]).toEqual([id, true]);
    expect([id, also.split(', ').length > 1]).toEqual([id, true]);
  }
});

describe('what is found', () => {
  const entry = (kind: Entry['kind'], id: string, score: number): Entry => ({
    ...{ kind, id, score, label: id },
    run: () => undefined,
  });

  test('is listed by kind, the kind with the best match first, at most eight of a kind, and the rest is counted', () => {
    const customers = Array.from({ length: 11 }, (_, at) => entry('customers', `c${at}`, 3));
    const sections = sectionsOf([...customers, entry('questions', 'q', 3), entry('actions', 'dark', 0)]);
    expect(sections.map(({ kind, entries, more }) => [kind, entries.length, more])).toEqual([
      ...[['actions', 1, 0]],
      ...[['questions', 1, 0]],
      ...[['customers', 8, 3]],
    ]);
  });

  test('is the answer of all who know, also where one of them fails', async () => {
    const knows = { find: () => Promise.resolve([entry('actions', 'dark', 0)]) };
    const fails = { find: () => Promise.reject(new Error('no engine')) };
    expect((await found([fails, knows], 'dark')).map(({ id }) => id)).toEqual(['dark']);
  });
});
