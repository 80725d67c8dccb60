import type { ModelProblems } from '../../models/problems';
import type { Wording } from '../../domain/said/said';

/** Why a model could not be fitted to the data. */
export const modelProblems: Wording<ModelProblems> = {
  'no-customers': () => 'There are no customers to learn from.',
  'one-customer': () => 'One customer alone says nothing about how customers differ.',
  'no-returns': () => 'No customer has come back yet, so nothing is known about repeat buying.',
  'all-alike': () => 'All customers have the same history, so nothing tells how they differ.',
  'impossible-history': ({ entry, frequency, recency, age, customers }) =>
    `Entry ${entry} cannot be: frequency ${frequency}, recency ${recency}, age ${age}, customers ${customers}. Recency lies between 0 and age, and is 0 where nobody came back.`,
  'impossible-occasions': ({ entry, bought, occasions, last }) =>
    `Entry ${entry} cannot be: ${bought} of ${occasions} occasions, the last at ${last}.`,
  'no-purchases': () => 'Nobody has bought at any occasion, so nothing can be learned.',
  'impossible-covariates': ({ covariates }) =>
    `Each customer needs ${covariates} covariates that are numbers.`,
  'few-spenders': () => 'Fewer than three customers have bought again, so spending cannot be modelled.',
  'impossible-spending': ({ entry, repeats, mean }) =>
    `Entry ${entry} of the spending cannot be: ${repeats} repeats with a mean of ${mean}.`,
  'impossible-survivors': ({ renewal }) => `At renewal ${renewal} more customers are left than before it.`,
  'few-renewals': () => 'Customers have to have stayed and left at two renewals at least.',
  'no-start': () => 'The search was given no place to begin.',
  'no-regularity': () => 'No regularity could be tried on these data.',
  'no-likelihood': () => 'The likelihood of these data cannot be computed.',
  'no-end': () => 'The search for the best parameters did not come to an end.',
  'runs-away': ({ parameter }) =>
    `The data do not tell the parameters apart: ${parameter} runs away to an extreme.`,
  'equally-well': () =>
    'The data do not tell the parameters apart: different parameters explain the data equally well.',
};
