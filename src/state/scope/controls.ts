import type { Analysis, ParamSpec } from '../../analyses/define';
import type { AnalysisParams } from '../../engine/call-contract';
import type { Query } from '../hash';

/** A control's value as an address holds it; null where it is none, or one that an address has no form for. */
function textOf(spec: ParamSpec, value: unknown): string | null {
  if (value === spec.default || value === undefined) return null;
  if (value === null) return spec.kind === 'integer' && spec.nullable ? NO_LIMIT : null;
  if (spec.kind === 'customers_who' || spec.kind === 'orders_that') return null;
  return typeof value === 'object' ? null : String(value);
}

const NO_LIMIT = 'none';

function valueOf(spec: ParamSpec, text: string): string | number | boolean | null | undefined {
  const number = text === '' ? NaN : Number(text);
  switch (spec.kind) {
    case 'choice':
    case 'choice_or_null':
      return spec.options.includes(text) ? text : undefined;
    case 'attribute':
    case 'window':
      return text || undefined;
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined;
    case 'integer':
      if (spec.nullable && text === NO_LIMIT) return null;
      return Number.isInteger(number) && number >= spec.minimum && number <= spec.maximum
        ? number
        : undefined;
    case 'number':
      return number >= spec.minimum && number <= spec.maximum ? number : undefined;
    case 'flag':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    case 'pattern':
      return new RegExp(`^(?:${spec.pattern})$`).test(text) ? text : undefined;
    case 'days_or_period':
      if (text === 'period') return text;
      return Number.isInteger(number) && number > 0 ? number : undefined;
    default:
      return undefined;
  }
}

/** The controls of a page that are not as they are by default, as pairs of a query. */
export const controlPairs = ({ params }: Analysis, values: AnalysisParams): Query =>
  params.flatMap((spec) => {
    const text = textOf(spec, values[spec.name]);
    return text === null ? [] : [[spec.name, text] as const];
  });

/** The controls that an address sets; anybody can write there, so what a control cannot be is left out. */
export const controlsIn = ({ params }: Analysis, query: URLSearchParams): AnalysisParams =>
  Object.fromEntries(
    params.flatMap((spec) => {
      const text = query.get(spec.name);
      const value = text === null ? undefined : valueOf(spec, text);
      return value === undefined ? [] : [[spec.name, value]];
    }),
  );

/** The controls that pages had when they were left, for as long as the tables are the same: a page that comes back is as it was. */
export class LeftControls {
  #left = new Map<string, AnalysisParams>();

  of = ({ id }: Analysis): AnalysisParams => this.#left.get(id) ?? {};
  leave = ({ id, params }: Analysis, values: AnalysisParams): void =>
    void this.#left.set(id, Object.fromEntries(params.map(({ name }) => [name, values[name] ?? null])));
  forget = (): void => this.#left.clear();
}
