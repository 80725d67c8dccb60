import type { HostProblems, QuestionProblems, SqlProblems } from '../../domain/said/engine-problems';
import type { Wording } from '../../domain/said/said';
import { format } from '../format';
import { titledOf } from '../analysis-words';
import { plural } from '../numbers';
import type { Told } from '../written';

type Unsplit = QuestionProblems['not-splittable'];

const differentIn = (values: number): string =>
  `the column has ${format.count(values)} different ${plural(values, { one: 'value', other: 'values' })}`;

const UNSPLIT: Record<Unsplit['why'], (column: Unsplit) => string> = {
  read_as: ({ field }) => `the column is read as its ${field}`,
  date: () => 'the column holds dates',
  amount: () => 'the column holds amounts or other measures',
  one_value: () => 'the column says the same on every row',
  ignored: () => 'a choice says to ignore the column',
  too_many: ({ values, most }) =>
    `${differentIn(values)}, and at most ${format.count(most)} can be looked at one by one`,
  hardly_repeats: ({ values }) => `${differentIn(values)}, too many to put orders or customers together`,
};

type NoLine = QuestionProblems['no-lapse-line'];

const NO_LINE: Record<NoLine['why'], (line: NoLine) => string> = {
  'curve-stays-high': ({ days, return_rate }) =>
    `of every 100 customers silent for more than ${format.count(days)} days, ${format.count(Math.round(100 * return_rate))} ordered again`,
  'they-came-back': ({ called_gone, came_back, on }) =>
    `of ${format.count(called_gone)} customers whom the same rule called gone on ${on}, ${format.count(came_back)} have ordered since`,
  'nobody-returns': () => 'nobody has ordered again, so a pause cannot be told from an end',
  'few-returned': () => 'too few customers have come back so far',
};

export const questionProblems: Wording<QuestionProblems, Told> = {
  'unknown-analysis': ({ analysis, known }) => ({
    message: `There is no analysis "${analysis}".`,
    next: `There are: ${known.join(', ')}.`,
  }),
  'unknown-address': ({ address, known }) => ({
    message: `No page has the address “${address}”.`,
    next: `There are: ${known.join(', ')}.`,
  }),
  'needs-no-fit': ({ analysis }) => ({ message: `“${titledOf(analysis).title}” needs no fit.` }),
  'needs-customers': ({ analysis }) => ({
    message: `“${titledOf(analysis).title}” needs a column that says who bought (a customer id, an e-mail or a phone), and this file has none.`,
    next: 'Map such a column on the import page, or export the orders with the customer in them.',
  }),
  'needs-orders': ({ analysis }) => ({
    message: `“${titledOf(analysis).title}” needs at least one order, and no row of this file counts as one.`,
    next: 'See in the import report which rows were set aside, and why.',
  }),
  'needs-amounts': ({ analysis }) => ({
    message: `“${titledOf(analysis).title}” needs a column that says what was paid, and this file has none.`,
    next: 'Map such a column on the import page, or export the orders with their amounts.',
  }),
  'needs-products': ({ analysis }) => ({
    message: `“${titledOf(analysis).title}” needs a column that names what was bought, and this file has none.`,
    next: 'Map such a column on the import page, or export the order lines with the product in them.',
  }),
  'learns-from-returns': ({ analysis }) => ({
    message: `“${titledOf(analysis).title}” learns from who came back and who did not, so it cannot be asked of customers chosen by their status or RFM group.`,
    next: 'Count customers of every status and group here; its list can be sorted and saved.',
  }),
  'no-such-attribute': ({ of, attribute, known }) => ({
    message: `${of === 'orders' ? 'Orders' : 'First orders'} in this file have no "${attribute}".`,
    next: known.length > 0 ? `They have: ${known.join(', ')}.` : 'Map such a column.',
  }),
  'not-splittable': (column) => {
    const { header, why, known } = column;
    const can =
      known.length > 0 ? `It can be split by: ${known.join(', ')}.` : 'It can be split by no column.';
    const anyway = `To split by it all the same, choose {attributes: {${JSON.stringify(header)}: "order"}}.`;
    return {
      message: `This file cannot be split by "${header}": ${UNSPLIT[why](column)}.`,
      next: why === 'read_as' ? can : `${can} ${anyway}`,
    };
  },
  'no-lapse-line': (line) => ({
    message: `Customers cannot be chosen by status: this file does not say when silence means gone (${NO_LINE[line.why](line)}).`,
    next: 'Count customers of every status. In “Who is slipping away” you can draw the line yourself.',
  }),
};

const EFFECTS: Record<SqlProblems['effects-in-sql']['effect'], string> = {
  'hidden-sql': 'it runs a text as SQL that cannot be looked at before: write that SQL itself',
  sequence: 'it changes a sequence',
  'random-numbers': 'it changes the random numbers of every later question',
  log: 'it writes to a log',
  'test-values': 'it makes values that only test the engine',
  'large-test-values': 'it makes values that only test the engine, larger than a browser can show',
  'large-sample': 'a large sample of it asks for more memory than a page has: use approx_quantile',
  other: 'it does more than read',
};
const TAKE_OUT = 'Take it out of the text; only reading is possible here.';

export const sqlProblems: Wording<SqlProblems, Told> = {
  'bad-sql': ({ why }) => ({ message: why, next: 'Correct the text; only reading is possible here.' }),
  'nul-in-sql': () => ({ message: 'The text holds a character that is none (NUL).', next: TAKE_OUT }),
  'effects-in-sql': ({ name, effect }) => ({
    message: `${name} is not run here: ${EFFECTS[effect]}.`,
    next: TAKE_OUT,
  }),
};

type Replaced = HostProblems['engine-replaced'];

const REPLACED: Record<Replaced['why'], (engine: Replaced) => string> = {
  'not-stopped': () => 'a call could not be stopped',
  'by-hand': () => 'ended by hand',
  error: ({ error }) => error,
};

export const hostProblems: Wording<HostProblems, Told> = {
  cancelled: () => ({ message: 'Stopped.' }),
  'needs-choice': () => ({ message: 'A choice is needed.' }),
  'nothing-open': () => ({ message: 'No file is open.', next: 'Open a sales file first.' }),
  'out-of-memory': () => ({
    message: 'This needs more memory than the browser gives to one page.',
    next: 'Take less at once: a shorter period, or fewer columns.',
  }),
  'engine-crashed': ({ why }) => ({
    message: `The engine stopped: ${why}`,
    next: 'It is started again and the file is read again; then try once more.',
  }),
  'engine-replaced': (engine) => ({
    message: `The engine stopped (${REPLACED[engine.why](engine)}) and was started again.`,
    next: 'The file is being read again; then try once more.',
  }),
  'engine-unavailable': ({ why }) => ({
    message: `The engine could not be loaded: ${why}.`,
    next: 'Reload the page. If that does not help, this browser may be too old or a policy may forbid WebAssembly.',
  }),
  'model-failed': ({ why }) => ({
    message: `The models could not be computed: ${why}.`,
    next: 'Try once more; the tables and all other pages are not touched by it.',
  }),
  'engine-failed': ({ why }) => ({ message: why }),
  'engine-not-started': ({ why }) => ({ message: `The engine could not start: ${why}.` }),
  'engine-silent': () => ({ message: 'The engine could not start: it did not answer within a minute.' }),
};
