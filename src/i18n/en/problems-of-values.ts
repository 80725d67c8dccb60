import type { Expected, Needed, ValueProblems, WrongValues } from '../../domain/said/wrong-values';
import type { Wording } from '../../domain/said/said';
import { written, type Told } from '../written';

const EXPECTED: Record<Expected, string> = {
  text: 'a text',
  list: 'a list',
  object: 'an object',
  'above-zero': 'a number above 0',
  'whole-from-zero': 'a whole number from 0',
  header: 'a header, a column number from 0, or null',
  encoding: 'the label of an encoding such as windows-1258',
  year: 'a year such as 2024',
  zone: 'a zone such as Europe/Paris',
  day: 'a day such as 2024-12-31',
  currency: 'a currency such as EUR',
};

const NEEDED: Record<Needed, string> = {
  flag: 'has to be true or false',
  window: 'has to be a length such as {months: 12} or {days: 365}',
  'orders-that':
    "has to say days or values of orders, such as {from: '2024-01-01', channel: ['Web'], first_order: 'inside'}",
  'days-or-period': "has to be a number of days from 1 to 36500, or 'period'",
  attribute: 'has to be the name of an attribute, such as country, or the header of a column',
  'product-names': "has to be names of products, such as {'Mug, white': 'White mug'}",
  'no-circles': 'has to be without circles: a name that counts as another is no product of its own',
  'counted-currency': 'has to name the currency that is counted with 1, as in {"EUR": 1, "USD": 0.92}',
};

const wrongValues: Wording<WrongValues> = {
  'not-one-of': ({ given, options }) => `is ${given}; it can be ${options.join(', ')}`,
  'not-expected': ({ given, expected }) => `is ${given}; it has to be ${EXPECTED[expected]}`,
  'unknown-key': ({ known }) => `is not known; there are ${known.join(', ')}`,
  'unknown-name': ({ known }) => `is not one of ${known.join(', ')}`,
  'out-of-range': ({ whole, minimum, maximum }) =>
    `has to be ${whole ? 'a whole number' : 'a number'} from ${minimum} to ${maximum}`,
  needed: ({ needed }) => NEEDED[needed],
  'not-as-said': ({ given, says }) => `is ${given}; it has to be ${says}`,
  'customers-who': ({ statuses, groups }) =>
    `has to name values of first orders, such as {country: ["Germany"]}, or say {status: ["at_risk"]}, {tenure: {at_least: {months: 6}, under: {months: 12}}} or {rfm: {group: ["Champions"]}}; a status is one of ${statuses.join(', ')}, a group one of ${groups.join(', ')}`,
  'groups-not-found': ({ name, wrong }) =>
    `asks for groups that cannot be found. The parameter ${name} ${written(wrongValues, wrong)}`,
  'rate-not-above-zero': ({ currency }) => `has to give ${currency} a number above 0`,
  'rate-too-fine': ({ currency, most }) => `has to give ${currency} a number of at most ${most} decimals`,
  'rate-not-one': ({ currency }) => `has to say 1 for ${currency}, the currency that is counted`,
};

export const valueProblems: Wording<ValueProblems, Told> = {
  'wrong-parameter': ({ name, wrong }) => ({
    message: `The parameter ${name} ${written(wrongValues, wrong)}.`,
  }),
  'wrong-choice': ({ name, wrong }) => ({ message: `The choice ${name} ${written(wrongValues, wrong)}.` }),
  'choices-not-an-object': () => ({ message: 'The choices have to be an object.' }),
  'attribute-of-no-column': ({ header, columns }) => ({
    message: `The choice attributes.${header} names no column of this file.`,
    next: `Its columns are: ${columns.join(', ')}.`,
  }),
  'named-twice': ({ parameter, attribute }) => ({
    message: `The parameter ${parameter} names "${attribute}" twice, by two of its names.`,
    next: 'Name it once, with all of its values in one list.',
  }),
  'no-column': ({ position }) => ({ message: `There is no column ${position}.` }),
  'no-bridge-step': ({ step }) => ({ message: `The bridge has no step ${step}.` }),
};
