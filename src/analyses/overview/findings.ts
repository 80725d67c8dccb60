import type { Row } from '../../domain/table';
import { newcombe } from '../../models/intervals';
import { changesOf, driverOf, type Change } from './shape';

/** What the rules may say; each goes with the page that shows it. */
export type Finding =
  | { rule: 'short'; to: 'data' }
  | { rule: 'nobody'; to: 'data'; share: number }
  | { rule: 'quiet'; to: 'data'; days: number; from: string }
  | { rule: 'one_customer'; to: 'concentration'; share: number }
  | { rule: 'driver'; to: 'growth'; driver: Change; others: Change[] }
  | { rule: 'gone'; to: 'retention-rate'; lost: number; retained: number; of: number }
  | { rule: 'second_order'; to: 'repeat-rate'; now: number; before: number | null; trend: Trend }
  | { rule: 'new_share'; to: 'growth'; customers: number; share: number }
  | { rule: 'best'; to: 'concentration'; share: number };

/** Whether two shares differ by more than chance would do (95 %). */
export type Trend = 'up' | 'down' | 'unclear' | 'alone';

/** Under these the rules speak; the figures of “How we count”. */
const LIMITS = { nobody: 0.3, one_customer: 0.1, quiet_days: 7, quiet_times: 3, few: 30 } as const;
export const MOST = 5;

function trendOf(now: Row, before: Row | null): Trend {
  if (!before || Number(before.year_over) < LIMITS.few) return 'alone';
  const { low, high } = newcombe(
    [Number(now.year_repeaters), Number(now.year_over)],
    [Number(before.year_repeaters), Number(before.year_over)],
  );
  if (low > 0) return 'up';
  return high < 0 ? 'down' : 'unclear';
}

/** What could spoil the figures comes first. */
function warnings(now: Row): Finding[] {
  const found: Finding[] = [];
  const nobody = Number(now.orders_anonymous) / Number(now.orders);
  if (now.is_covered !== true) found.push({ rule: 'short', to: 'data' });
  if (nobody > LIMITS.nobody) found.push({ rule: 'nobody', to: 'data', share: nobody });
  const days = Number(now.quiet_days) - 1;
  if (days >= LIMITS.quiet_days && days > LIMITS.quiet_times * Number(now.usual_gap))
    found.push({ rule: 'quiet', to: 'data', days, from: String(now.quiet_from) });
  if (Number(now.best_share) > LIMITS.one_customer && Number(now.customers) > 1)
    found.push({ rule: 'one_customer', to: 'concentration', share: Number(now.best_share) });
  return found;
}

/** At most five findings by fixed rules in a fixed order: what could spoil the figures, then what the shop should know. */
export function findingsOf(now: Row, before: Row | null): Finding[] {
  const found = warnings(now);
  const changes = before ? changesOf(now, before) : [];
  const driver = driverOf(changes);
  if (driver)
    found.push({
      rule: 'driver',
      to: 'growth',
      driver,
      others: changes.filter(
        ({ measure }) => measure !== driver.measure && measure !== 'net' && measure !== 'orders',
      ),
    });
  if (before && Number(before.customers) > 0)
    found.push({
      ...{ rule: 'gone', to: 'retention-rate', of: Number(before.customers) },
      ...{ lost: Number(now.lost), retained: Number(now.retained) },
    });
  if (Number(now.year_over) >= LIMITS.few)
    found.push({
      ...{ rule: 'second_order', to: 'repeat-rate', trend: trendOf(now, before) },
      now: Number(now.year_repeaters) / Number(now.year_over),
      before: before ? Number(before.year_repeaters) / Number(before.year_over) : null,
    });
  const known = Number(now.net_new) + Number(now.net_returning);
  if (known > 0)
    found.push({
      ...{ rule: 'new_share', to: 'growth', share: Number(now.net_new) / known },
      customers: Number(now.new_customers) / Number(now.customers),
    });
  if (now.top_share !== null && Number(now.customers) >= LIMITS.few)
    found.push({ rule: 'best', to: 'concentration', share: Number(now.top_share) });
  return found.slice(0, MOST);
}
