import type { Analysis } from '../../../src/analyses/define';
import type { LapseLine } from '../../../src/domain/standing';
import { fault } from '../../../src/domain/said/problems';
import { EngineFault } from '../../../src/engine/errors';
import lineSql from '../../../src/warehouse/who/line.sql?raw';
import { bindKnown, type Values } from '../sql/bind';
import { ruleOf, whoOf } from '../filters/customers-who';
import type { Database } from '../host/database';
import { narrowed } from '../filters/narrowed';
import type { Shop } from '../shop';

/**
 * The line between silent and gone, where the answer depends on it; undefined for other questions. Throws `missing-data` where customers are
 * asked for by their status, and nobody of this shop can be called gone.
 */
export async function lineFor(
  signal: AbortSignal,
  database: Database,
  shop: Shop,
  { sql }: Analysis,
  params: Values,
): Promise<LapseLine | undefined> {
  const asksStatus = Boolean(whoOf(params.customers_who)?.status);
  const isAsked = /\blapse_points\s*\(/.test(sql);
  if (!asksStatus && !isAsked) return undefined;
  const line = await lineOf(signal, database, shop, params);
  if (asksStatus) refuseWithoutLine(line);
  return line;
}

type Drawn = Omit<LapseLine, 'reason' | 'check' | 'longest_known'> & {
  reason: LapseLine['reason'] | null;
  known_days: number | null;
  known_rate: number | null;
  known_customers: number | null;
  checked_on: string;
  checked_days: number | null;
  called_gone: number;
  came_back: number;
};

/**
 * The line by which a question with these checked parameters judges, with its check. It is kept in `lapse_lines`, where the question itself
 * finds it: at a million lines it takes longer to draw than most questions take to answer.
 */
async function lineOf(
  signal: AbortSignal,
  database: Database,
  shop: Shop,
  params: Values,
): Promise<LapseLine> {
  const { as_of = null, to = null, customer_type = null, orders_that = null } = params;
  const asked = { ...ruleOf(params), as_of, to, customer_type };
  const text = narrowed(bindKnown(lineSql, asked), { orders_that }, null);
  const known = shop.lines.get(text);
  if (known) return known;
  const columns = '* exclude (checked_on), checked_on::varchar as checked_on';
  const drawn = `select * exclude (is_kept) from (\n${text}\n)`;
  const [row] = await database.rows<Drawn>(
    signal,
    `insert into lapse_lines ${drawn} where not is_kept returning ${columns}`,
  );
  const [kept] = row ? [row] : await database.rows<Drawn>(signal, `select ${columns} from (\n${drawn}\n)`);
  const line = inWords(kept!);
  shop.lines.set(text, line);
  return line;
}

function inWords(drawn: Drawn): LapseLine {
  const { found_by, reason, at_risk_days, lapse_days, p80_days, horizon_days, customers } = drawn;
  const { known_days, known_customers, known_rate } = drawn;
  return {
    ...{ found_by, ...(reason ? { reason } : {}) },
    ...{ at_risk_days, lapse_days, p80_days, horizon_days, customers },
    longest_known:
      known_days === null || known_customers === null || known_rate === null
        ? null
        : { days: known_days, customers: known_customers, return_rate: known_rate },
    check: {
      ...{ on: drawn.checked_on, lapse_days: drawn.checked_days },
      ...{ called_gone: drawn.called_gone, came_back: drawn.came_back },
    },
  };
}

function refuseWithoutLine({ found_by, reason, longest_known, check }: LapseLine): void {
  if (found_by !== 'none') return;
  const why =
    reason === undefined || reason === 'waits-stay-open' || reason === 'few-customers'
      ? 'few-returned'
      : reason;
  const values = {
    why,
    days: longest_known?.days ?? 0,
    return_rate: longest_known?.return_rate ?? 0,
    called_gone: check.called_gone ?? 0,
    came_back: check.came_back ?? 0,
    on: check.on ?? '',
  } as const;
  throw new EngineFault(fault('no-lapse-line', values, { code: 'missing-data' }));
}
