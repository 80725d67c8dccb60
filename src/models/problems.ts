/** Why there is no fit: which sentence it is, and what is in it. Entries, renewals and so on count from 1. */
export interface ModelProblems {
  'no-customers': object;
  'one-customer': object;
  'no-returns': object;
  'all-alike': object;
  'impossible-history': { entry: number; frequency: number; recency: number; age: number; customers: number };
  'impossible-occasions': { entry: number; bought: number; occasions: number; last: number };
  'no-purchases': object;
  'impossible-covariates': { covariates: number };
  'few-spenders': object;
  'impossible-spending': { entry: number; repeats: number; mean: number };
  'impossible-survivors': { renewal: number };
  'few-renewals': object;
  'no-start': object;
  'no-regularity': object;
  'no-likelihood': object;
  'no-end': object;
  'runs-away': { parameter: string };
  'equally-well': object;
}

/** For who uses the models alone, as a package: the app says it in the language on screen. */
const MESSAGES: { [Id in keyof ModelProblems]: (values: ModelProblems[Id]) => string } = {
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

/** What a problem is called is coarser than its sentence. */
const CODES: Partial<Record<keyof ModelProblems, string>> = {
  'no-returns': 'no-repeats',
  'no-purchases': 'no-repeats',
  'few-spenders': 'no-repeats',
  'impossible-occasions': 'impossible-history',
  'few-renewals': 'too-short',
  'no-regularity': 'no-start',
  'no-likelihood': 'not-converged',
  'no-end': 'not-converged',
  'runs-away': 'not-identified',
  'equally-well': 'not-identified',
};

/** A problem by the id of its sentence. */
export type ModelSaid = {
  [Id in keyof ModelProblems]: { id: Id; values: ModelProblems[Id] };
}[keyof ModelProblems];

export type ModelProblem = ModelSaid & { code: string; message: string };

export const problem = <Id extends keyof ModelProblems>(id: Id, values: ModelProblems[Id]): ModelProblem =>
  ({ code: CODES[id] ?? id, id, values, message: MESSAGES[id](values) }) as ModelProblem;

/** The id and its values alone. */
export const saidOf = ({ id, values }: ModelProblem): ModelSaid => ({ id, values }) as ModelSaid;
