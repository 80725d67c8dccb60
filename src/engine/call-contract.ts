import type { EngineFaultFields } from './errors';

/** A length of time of the calendar, as a value of a parameter. */
export type Window = { months: number } | { days: number };
/**
 * Values of first-order attributes, and where a customer stands on the day of the question: `{country: ['Germany'], status: ['at_risk', 'lapsed'],
 * tenure: {at_least: {months: 6}, under: {months: 12}}, rfm: {group: ['Champions'], …parameters of rfm}}`. All of them have to hold.
 */
export type CustomersWho = Readonly<
  Record<
    string,
    | string
    | readonly string[]
    | { at_least?: Window; under?: Window }
    | Record<string, string | number | null | readonly string[]>
  >
>;
/** Days, both included, and values of the order itself; `inside`: the first of these orders is the customer's first. */
export type OrdersThat = Readonly<
  { from?: string; to?: string; first_order?: 'ever' | 'inside' } & Record<string, string | readonly string[]>
>;
/** Parameters of an analysis as they cross the wall: plain JSON. */
export type AnalysisParams = Record<
  string,
  string | number | boolean | null | Window | CustomersWho | OrdersThat
>;

/** An answer as it crosses the wall: a failure is fields, since a class does not survive it. */
export type WireAnswer = { ok: true; value: unknown } | { ok: false; error: EngineFaultFields };
