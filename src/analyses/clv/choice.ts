import type { Histories } from '../../models/histories';
import { CONTENDERS, fitTo, missOf, testedOn, type Found } from './candidates';
import { daysBetween, type Bought } from './read-columns';
import type { ChoiceReport, ModelId } from './report';
import { orderSpread } from './spread';
import { Standpoint } from './standpoint';

/** With fewer orders after the inner cut, luck alone could choose. */
const FEWEST_LATER = 30;

/** A model on the inner split: what it missed, and how wrong that shows the model itself to be. */
interface Inner {
  id: ModelId;
  found: Found;
  missed: number;
  expected: number;
}

export interface Choice {
  report: ChoiceReport;
  /** Best first; where likelihood is to decide, none. */
  order: readonly ModelId[];
  /** The error that a model showed before the test, for its range on the test. */
  errorOf(id: ModelId): { share: number; days: number };
}

/**
 * Which model to take, decided on days that end where the reported test begins: each is fitted to what was known a quarter before and
 * judged by what came until then. The days of the test itself are not looked at.
 */
export function chosenOn(bought: Bought, asked: string, unitDays: number): Choice {
  const { inner, inner_on: from, cut_on: to } = bought;
  const days = daysBetween(from, to);
  const at = new Standpoint(bought, from, unitDays);
  const histories = {
    ...at.histories(inner, [...inner.frequency.keys()]),
    logGaps: at.logGaps(bought.gaps, 0),
  };
  const came = inner.later.reduce((sum, later, i) => sum + later * inner.customers[i]!, 0);
  const ids = asked === 'auto' ? CONTENDERS : [asked as ModelId];
  const tried =
    days > 0 && came >= FEWEST_LATER
      ? ids.flatMap((id) => innerOf(id, histories, inner.later, at, days) ?? [])
      : [];
  // With k = 1 the regular model is the random one over again.
  const running = tried
    .filter(({ id, found }) => id !== 'mbg-cnbd-k' || found.k > 1 || asked === id)
    .sort((one, other) => one.missed - other.missed);
  /** Orders: what it was off by beyond its own chance and parameters, as a share of what it said. */
  const share = (id: ModelId) => {
    const one = tried.find((inner) => inner.id === id);
    if (!one || !(one.expected > 0)) return 0;
    const { chance, unknown } = orderSpread(one.found, histories, days, at);
    const beyond = (came - one.expected) ** 2 - chance - unknown;
    return Math.sqrt(Math.max(beyond, 0)) / one.expected;
  };
  const by = asked !== 'auto' ? 'asked' : running.length > 0 ? 'inner-test' : 'likelihood';
  return {
    report: { by, from, to, tried: tried.map(({ id, missed }) => ({ model: id, missed })) },
    order: running.map(({ id }) => id),
    errorOf: (id) => ({ share: share(id), days }),
  };
}

function innerOf(
  id: ModelId,
  histories: Histories & { logGaps: number },
  later: ArrayLike<number>,
  at: Standpoint,
  days: number,
): Inner[] | null {
  const fitted = fitTo(id, histories);
  if (!fitted.ok) return null;
  const found = fitted.value;
  const told = testedOn(found, histories, later, at.ahead(days));
  return [{ id, found, missed: missOf(told), expected: told.expected }];
}
