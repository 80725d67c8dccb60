import type { AnalysisParams } from '../../../src/engine/call-contract';
import { SHARED_PARAMS, type Analysis, type ParamSpec } from '../../../src/analyses/define';
import { analyses } from '../../../src/analyses/registry';
import { isDay } from '../../../src/domain/calendar';
import { RFM_GROUPS, STATUSES } from '../../../src/domain/standing';
import { EngineError } from '../../../src/engine/errors';
import { bind, parameterNames, type Values } from '../sql/bind';
import { whoOf, whoText } from '../filters/customers-who';
import { narrowed } from '../filters/narrowed';
import { thatOf, thatText } from '../filters/orders-that';
import { daysOrPeriod, windowText } from '../filters/window-parameter';

/** The analysis of that id. Throws `unknown-analysis` with the ids that there are. */
export function analysisOf(id: string): Analysis {
  const analysis = analyses.get(id);
  if (analysis) return analysis;
  throw new EngineError({
    code: 'unknown-analysis',
    message: `There is no analysis "${id}".`,
    next: `There are: ${[...analyses.keys()].sort().join(', ')}.`,
  });
}

/** The analysis as text that runs on the tables as it stands, every parameter checked and in its place. */
export function runnableText(analysis: Analysis, given: AnalysisParams): { sql: string; params: Values } {
  const specs = [...analysis.params, ...SHARED_PARAMS];
  const unknown = Object.keys(given).filter((name) => !specs.some((spec) => spec.name === name));
  if (unknown.length > 0) {
    throw badParameter(unknown[0]!, `is not one of ${specs.map(({ name }) => name).join(', ')}`);
  }
  const params = Object.fromEntries(specs.map((spec) => [spec.name, valueOf(spec, given[spec.name])]));
  const named = parameterNames(analysis.sql);
  const used = Object.fromEntries(named.map((name) => [name, params[name] ?? null]));
  const sql = scoped(bind(analysis.sql, used), params, analysis.id);
  refuseChosenByOrders(analysis, params);
  return { sql, params };
}

/**
 * A text about those customers and orders alone that the checked parameters ask for. Groups of RFM are those of the day that is asked for; where
 * the question is `rfm` itself, by its own parameters, but for those that stand beside the group.
 */
export function scoped(sql: string, params: Values, id?: string): string {
  const rfm = whoOf(params.customers_who)?.rfm;
  if (!rfm) return narrowed(sql, params, null);
  const { as_of = null, to = null, customer_type = null, refunds = null } = params;
  const own = id === RFM ? ownOf(params) : {};
  return narrowed(sql, params, groupsText({ ...own, ...rfm.params, as_of, to, customer_type, refunds }));
}

/** A header can be a whole sentence. */
const LONGEST_NAME = 1000;

const RFM = 'rfm';
/** What a question says of how it scores: its own parameters, and the days that it counts. */
const ownOf = (params: Values): AnalysisParams =>
  Object.fromEntries(
    ['from', ...analysisOf(RFM).params.map(({ name }) => name)].map((name) => [name, params[name] ?? null]),
  );

function groupsText(asked: AnalysisParams): string {
  try {
    return runnableText(analysisOf(RFM), asked).sql;
  } catch (error) {
    throw error instanceof EngineError
      ? badParameter('customers_who', `asks for groups that cannot be found. ${error.message}`)
      : error;
  }
}

/** A fit learns from who came back and who did not: from those alone who did, it would learn that everybody does. */
function refuseChosenByOrders({ fit, after, title }: Analysis, params: Values): void {
  const who = whoOf(params.customers_who);
  if (!(fit ?? after) || !(who?.status ?? who?.rfm)) return;
  throw new EngineError({
    code: 'bad-parameter',
    message: `“${title}” learns from who came back and who did not, so it cannot be asked of customers chosen by their status or RFM group.`,
    next: 'Count customers of every status and group here; its list can be sorted and saved.',
  });
}

/** The attributes of first orders that the parameters ask for. */
export const splitsOf = (analysis: Pick<Analysis, 'params'>, params: Values): string[] => [
  ...analysis.params.flatMap(({ name, kind }) =>
    kind === 'attribute' && params[name] ? [String(params[name])] : [],
  ),
  ...(whoOf(params.customers_who)?.values ?? []).map(([attribute]) => attribute),
];

/** The attributes of orders that the parameters ask for, and whether first orders have to be found anew; null where all orders count. */
export const orderSplitsOf = (params: Values): { attributes: string[]; isInside: boolean } | null => {
  const that = thatOf(params.orders_that);
  return (
    that && {
      attributes: that.values.map(([attribute]) => attribute),
      isInside: that.first_order === 'inside',
    }
  );
};

function valueOf(spec: ParamSpec, given: unknown): Values[string] {
  if (given === null && spec.kind === 'integer' && spec.nullable) return null;
  if (given === undefined || given === null) return spec.default;
  switch (spec.kind) {
    case 'choice':
    case 'choice_or_null':
      if (typeof given === 'string' && spec.options.includes(given)) return given;
      throw badParameter(spec.name, `is ${JSON.stringify(given)}; it can be ${spec.options.join(', ')}`);
    case 'date':
      if (typeof given === 'string' && isDay(given)) return given;
      throw badParameter(spec.name, `is ${JSON.stringify(given)}; it has to be a day such as 2024-12-31`);
    case 'integer':
      if (
        typeof given === 'number' &&
        Number.isInteger(given) &&
        given >= spec.minimum &&
        given <= spec.maximum
      )
        return given;
      throw badParameter(spec.name, `has to be a whole number from ${spec.minimum} to ${spec.maximum}`);
    case 'flag':
      if (typeof given === 'boolean') return given;
      throw badParameter(spec.name, 'has to be true or false');
    case 'number':
      if (typeof given === 'number' && given >= spec.minimum && given <= spec.maximum) return given;
      throw badParameter(spec.name, `has to be a number from ${spec.minimum} to ${spec.maximum}`);
    case 'window': {
      const text = windowText(given);
      if (text !== null) return text;
      throw badParameter(spec.name, 'has to be a length such as {months: 12} or {days: 365}');
    }
    case 'pattern':
      if (typeof given === 'string' && new RegExp(`^(?:${spec.pattern})$`).test(given)) return given;
      throw badParameter(spec.name, `is ${JSON.stringify(given)}; it has to be ${spec.says}`);
    case 'customers_who': {
      const text = whoText(given);
      if (text !== null) return text;
      throw badParameter(
        spec.name,
        `has to name values of first orders, such as {country: ["Germany"]}, or say {status: ["at_risk"]}, {tenure: {at_least: {months: 6}, under: {months: 12}}} or {rfm: {group: ["Champions"]}}; a status is one of ${STATUSES.join(', ')}, a group one of ${RFM_GROUPS.join(', ')}`,
      );
    }
    case 'orders_that': {
      const text = thatText(given);
      if (text !== null) return text;
      throw badParameter(
        spec.name,
        "has to say days or values of orders, such as {from: '2024-01-01', channel: ['Web'], first_order: 'inside'}",
      );
    }
    case 'days_or_period': {
      const days = daysOrPeriod(given);
      if (days !== null) return days;
      throw badParameter(spec.name, "has to be a number of days from 1 to 36500, or 'period'");
    }
    case 'attribute':
      if (typeof given === 'string' && given.length > 0 && given.length <= LONGEST_NAME) return given;
      throw badParameter(
        spec.name,
        'has to be the name of an attribute, such as country, or the header of a column',
      );
  }
}

const badParameter = (name: string, what: string): EngineError =>
  new EngineError({ code: 'bad-parameter', message: `The parameter ${name} ${what.replace(/\.$/, '')}.` });
