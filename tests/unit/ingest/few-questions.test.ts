import { expect, it } from 'vitest';
import type { OpenQuestion } from '../../../src/domain/said/questions';
import { fewQuestions } from '../../../src/ingest/mapping/few-questions';

const question = (id: OpenQuestion['id'], about?: string) =>
  ({ id, values: {}, options: [], examples: [], ...(about ? { about } : {}) }) as unknown as OpenQuestion;
const ids = (of: OpenQuestion[]) => of.map(({ id, about }) => about ?? id);

it('three questions are asked, those that cannot go without an answer before the others, and the rest is assumed', () => {
  const all = [
    question('status', 'parked'),
    question('sentinel_dates'),
    question('date_order'),
    question('zone'),
    question('map.customer'),
  ];
  const { asked, assumed } = fewQuestions(all, {});
  expect(ids(asked)).toEqual(['parked', 'date_order', 'map.customer']);
  expect(ids(assumed)).toEqual(['sentinel_dates', 'zone']);
});

it('what cannot go without an answer is asked whatever there is of it', () => {
  const all = (['date_order', 'decimal', 'map.date', 'year'] as const).map((id) => question(id));
  expect(ids(fewQuestions(all, {}).asked)).toEqual(['date_order', 'decimal', 'map.date', 'year']);
});

it('an answer makes no room for another question', () => {
  const all = [question('status', 'parked'), question('sentinel_dates')];
  const { asked, assumed } = fewQuestions(all, { date_order: 'dmy', zone: 'Asia/Tokyo' });
  expect(ids(asked)).toEqual(['parked']);
  expect(ids(assumed)).toEqual(['sentinel_dates']);
});
