import { comparedDays, daysOf, type Days } from '../../domain/scope/period';
import { isAnybody, type CustomerConditions, type Scope } from '../../domain/scope/scope';
import type { Periods } from '../../domain/periods';
import type { AnalysisParams, CustomersWho, OrdersThat } from '../../engine/call-contract';

/** What the scope is applied to: the project's last complete day, its periods, and the cuts by which RFM finds its groups. */
export interface Project {
  as_of: string | null;
  periods: Periods;
  rfm: Readonly<Record<string, string>>;
}

const months = (count: number) => ({ months: count });

function customersWho(of: CustomerConditions, rfm: Project['rfm']): CustomersWho | null {
  if (isAnybody(of)) return null;
  const tenure = {
    ...(of.atLeast > 0 ? { at_least: months(of.atLeast) } : {}),
    ...(of.under > 0 ? { under: months(of.under) } : {}),
  };
  return {
    ...of.values,
    ...(of.status.length > 0 ? { status: of.status } : {}),
    ...(of.atLeast > 0 || of.under > 0 ? { tenure } : {}),
    ...(of.groups.length > 0 ? { rfm: { group: of.groups, ...rfm } } : {}),
  };
}

const ordersThat = ({ values, isInside }: Scope['orders']): OrdersThat | null =>
  Object.keys(values).length > 0
    ? ({ ...values, ...(isInside ? { first_order: 'inside' } : {}) } as OrdersThat)
    : null;

function parametersOf(
  scope: Scope,
  days: Days,
  customers: CustomerConditions,
  project: Project,
): AnalysisParams {
  return {
    ...days,
    customer_type: scope.type,
    customers_who: customersWho(customers, project.rfm),
    orders_that: ordersThat(scope.orders),
  };
}

/** The shared parameters of every analysis under a scope. */
export const parametersIn = (scope: Scope, project: Project): AnalysisParams =>
  parametersOf(scope, daysOf(scope.period, project.as_of, project.periods), scope.customers, project);

/** The same for what the scope is compared with; null where there is nothing to compare with. */
export function comparedIn(scope: Scope, project: Project): AnalysisParams | null {
  const { compare } = scope;
  const days = daysOf(scope.period, project.as_of, project.periods);
  if (compare === 'none') return null;
  if (compare === 'others')
    return isAnybody(scope.others) ? null : parametersOf(scope, days, scope.others, project);
  const other = comparedDays(days, compare, project.as_of);
  return other && parametersOf(scope, other, scope.customers, project);
}
