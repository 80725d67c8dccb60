import type { Question } from '../domain/evidence';
import type { Problem } from '../domain/outcome';
import type { Fault, Problems } from '../domain/said/problems';
import type { OpenQuestion } from '../domain/said/questions';
import type { Said } from '../domain/said/said';
import { words } from './words';
import { written } from './written';

/** What went wrong, in words. What is known besides stays beside them. */
export const problemOf = ({ code, id, values, file, line, column }: Fault): Problem => ({
  ...written(words.problems, { id, values } as Said<Problems>),
  ...{ code, id, values },
  ...(file === undefined ? {} : { file }),
  ...(line === undefined ? {} : { line }),
  ...(column === undefined ? {} : { column }),
});

/** What a person is asked, in words. */
export const questionOf = ({ options, examples, ...open }: OpenQuestion): Question => ({
  ...open,
  question: written(words.questions, open as OpenQuestion),
  options: options.map(({ value, label }) => ({
    value,
    label: label === undefined ? value : written(words.answers, label),
  })),
  examples: examples.map((one) => (typeof one === 'string' ? one : written(words.examples, one))),
});
