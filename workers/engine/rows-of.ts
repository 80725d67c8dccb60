import type { RowsOf } from '../../src/engine/contract';
import { EngineError } from '../../src/engine/errors';
import { asideRows } from './bridge';
import { analysisOf, runnableText } from './run-analysis';
import { literal, quoteText } from './quote';

const LENGTHS: Record<string, number> = { day: 1, week: 7, month: 30, quarter: 91, year: 365 };

/** The text that lists the rows behind a figure. */
export function rowsText(what: RowsOf, bridge: { rows: string }[]): string {
  switch (what.kind) {
    case 'set_aside':
      return asideRows(what.rule);
    case 'bridge': {
      const step = bridge[what.step];
      if (!step)
        throw new EngineError({ code: 'bad-parameter', message: `The bridge has no step ${what.step}.` });
      return step.rows;
    }
    case 'customers_of_cell':
      return customersOfCell(what);
  }
}

/** Everybody of a cohort, and whether they were back at that age: the list behind one cell of the heatmap. */
function customersOfCell({
  cohort,
  age,
  segment,
  params,
}: Extract<RowsOf, { kind: 'customers_of_cell' }>): string {
  const { params: checked } = runnableText(analysisOf('cohort-retention'), params);
  const grain = String(checked.grain);
  const length = LENGTHS[grain] ?? 30;
  const day = checked.as_of === null ? 'project.as_of' : `${literal(checked.as_of ?? null)}::date`;
  const attribute = checked.cohort_by ?? null;
  const started = `date_trunc(${quoteText(grain)}, first_ordered_on) = ${quoteText(cohort)}::date`;
  const inCohort = attribute === null ? started : hadFirst(String(attribute), cohort);
  const split = checked.segment_by ?? null;
  const inSegment = split === null || segment == null ? 'true' : hadFirst(String(split), segment);
  const ageOf =
    checked.clock === 'calendar'
      ? `date_diff(${quoteText(grain)}, orders.first_ordered_on, orders.ordered_on)`
      : `(orders.ordered_on - orders.first_ordered_on) // ${length}`;
  return `with cell as (
  select orders.customer_id,
    count(*) filter (${ageOf} = ${Math.floor(age)}) as orders_in_period,
    sum(net) filter (${ageOf} = ${Math.floor(age)}) as net_in_period,
    max(ordered_on) as last_ordered_on
  from orders cross join project
  where is_valid and orders.customer_id is not null and ordered_on <= ${day}
  group by orders.customer_id
)
select customers.customer_id, contacts.customer_name, cell.orders_in_period > 0 as came_back,
  cell.orders_in_period, cell.net_in_period, customers.first_ordered_on, cell.last_ordered_on,
  customers.orders, customers.net, contacts.email, contacts.phone
from customers join cell using (customer_id) left join contacts using (customer_id)
where ${inCohort} and ${inSegment}
order by came_back desc, customers.net desc, customers.customer_id`;
}

/** The first order had this value, or had none where the value is what a missing one is called. */
const hadFirst = (attribute: string, value: string): string => {
  const of = `from first_order_attributes as a where a.customer_id = customers.customer_id
          and a.attribute = ${quoteText(attribute)}`;
  const has = `exists (${of} and a.value = ${quoteText(value)})`;
  return value === 'unknown' ? `(${has} or not exists (${of}))` : has;
};
