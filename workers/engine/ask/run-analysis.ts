import type { AnalysisParams } from '../../../src/engine/call-contract';
import { SHARED_PARAMS, type Analysis, type ParamSpec } from '../../../src/analyses/define';
import { analyses } from '../../../src/analyses/registry';
import { isDay } from '../../../src/domain/calendar';
import { RFM_GROUPS, STATUSES } from '../../../src/domain/standing';
import { fault } from '../../../src/domain/said/problems';
import type { Needed, WrongValue } from '../../../src/domain/said/wrong-values';
import { EngineFault } from '../../../src/engine/errors';
import { bind, parameterNames, type Values } from '../sql/bind';
import { whoOf, whoText } from '../filters/customers-who';
import { narrowed } from '../filters/narrowed';
import { thatOf, thatText } from '../filters/orders-that';
import { daysOrPeriod, windowText } from '../filters/window-parameter';

/** The analysis of that id. Throws `unknown-analysis` with the ids that there are. */
export function analysisOf(id: string): Analysis {
  const analysis = analyses.get(id);
  if (analysis) return analysis;
  throw new EngineFault(fault('unknown-analysis', { analysis: id, known: [...analyses.keys()].sort() }));
}

/** The analysis as text that runs on the tables as it stands, every parameter checked and in its place. */
export function runnableText(analysis: Analysis, given: AnalysisParams): { sql: string; params: Values } {
  const specs = [...analysis.params, ...SHARED_PARAMS];
  const unknown = Object.keys(given).filter((name) => !specs.some((spec) => spec.name === name));
  if (unknown.length > 0) {
    throw badParameter(unknown[0]!, {
      id: 'unknown-name',
      values: { known: specs.map(({ name }) => name) },
    });
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
    throw error instanceof EngineFault && error.fields.id === 'wrong-parameter'
      ? badParameter('customers_who', { id: 'groups-not-found', values: error.fields.values })
      : error;
  }
}

/** A fit learns from who came back and who did not: from those alone who did, it would learn that everybody does. */
function refuseChosenByOrders({ id, fit, after }: Analysis, params: Values): void {
  const who = whoOf(params.customers_who);
  if (!(fit ?? after) || !(who?.status ?? who?.rfm)) return;
  throw new EngineFault(fault('learns-from-returns', { analysis: id }, { code: 'bad-parameter' }));
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
      throw badParameter(spec.name, {
        id: 'not-one-of',
        values: { given: asJson(given), options: [...spec.options] },
      });
    case 'date':
      if (typeof given === 'string' && isDay(given)) return given;
      throw badParameter(spec.name, {
        id: 'not-expected',
        values: { given: asJson(given), expected: 'day' },
      });
    case 'integer':
      if (
        typeof given === 'number' &&
        Number.isInteger(given) &&
        given >= spec.minimum &&
        given <= spec.maximum
      )
        return given;
      throw outOfRange(spec, true);
    case 'flag':
      if (typeof given === 'boolean') return given;
      throw needs(spec.name, 'flag');
    case 'number':
      if (typeof given === 'number' && given >= spec.minimum && given <= spec.maximum) return given;
      throw outOfRange(spec, false);
    case 'window': {
      const text = windowText(given);
      if (text !== null) return text;
      throw needs(spec.name, 'window');
    }
    case 'pattern':
      if (typeof given === 'string' && new RegExp(`^(?:${spec.pattern})$`).test(given)) return given;
      throw badParameter(spec.name, {
        id: 'not-as-said',
        values: { given: asJson(given), says: spec.says },
      });
    case 'customers_who': {
      const text = whoText(given);
      if (text !== null) return text;
      throw badParameter(spec.name, {
        id: 'customers-who',
        values: { statuses: [...STATUSES], groups: [...RFM_GROUPS] },
      });
    }
    case 'orders_that': {
      const text = thatText(given);
      if (text !== null) return text;
      throw needs(spec.name, 'orders-that');
    }
    case 'days_or_period': {
      const days = daysOrPeriod(given);
      if (days !== null) return days;
      throw needs(spec.name, 'days-or-period');
    }
    case 'attribute':
      if (typeof given === 'string' && given.length > 0 && given.length <= LONGEST_NAME) return given;
      throw needs(spec.name, 'attribute');
  }
}

const asJson = (given: unknown): string => JSON.stringify(given) ?? String(given);

const badParameter = (name: string, wrong: WrongValue): EngineFault =>
  new EngineFault(fault('wrong-parameter', { name, wrong }, { code: 'bad-parameter' }));

const needs = (name: string, needed: Needed): EngineFault =>
  badParameter(name, { id: 'needed', values: { needed } });

const outOfRange = (
  { name, minimum, maximum }: { name: string; minimum: number; maximum: number },
  whole: boolean,
): EngineFault => badParameter(name, { id: 'out-of-range', values: { whole, minimum, maximum } });
