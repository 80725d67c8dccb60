import type { Choices } from '../../../src/domain/choices';
import type { Question } from '../../../src/domain/evidence';
import { EngineError } from '../../../src/engine/errors';
import { withAnswer } from '../../../src/pages/data/mapping/mapping-answers';
import type { Opener } from './engine';
import type { Figures } from './shop';
import { namesOf, type Written } from './write';

/**
 * What became of one file. `silent`: other figures than the true ones, and nobody was asked or told. `stuck`: refused though it can be
 * read, or no true answer was on offer.
 */
export type Outcome = 'right' | 'asked' | 'refused' | 'silent' | 'stuck';

export interface Verdict {
  seed: number;
  about: string;
  rules: number[];
  outcome: Outcome;
  questions: string[];
  /** Questions whose answer the values tell. */
  needless: string[];
  detail: string;
}

const MOST_TURNS = 5;

/** Opens a file as the page does, answers truthfully, and compares. */
export async function judge(opener: Opener, written: Written): Promise<Verdict> {
  const { draft, seed, conventions } = written;
  const questions: string[] = [];
  const needless: string[] = [];
  const verdict = (outcome: Outcome, detail = ''): Verdict => ({
    seed,
    about: namesOf(written),
    rules: [...new Set(conventions.map(({ rule }) => rule))],
    outcome,
    questions,
    needless,
    detail,
  });
  let choices: Choices = { history: 'complete' };
  try {
    let inspection = await opener.look(written.files, choices);
    for (let turn = 0; inspection.proposal.questions.length > 0; turn++) {
      if (turn === MOST_TURNS) return verdict('stuck', 'questions without an end');
      for (const question of inspection.proposal.questions) {
        questions.push(question.id);
        if (!draft.mayAsk.has(question.id)) needless.push(question.id);
        const id = idOffered(question, written);
        if (id !== null) needless.push(`${id} as an amount`);
        const value = draft.answer(question);
        if (value === null)
          return verdict(
            'stuck',
            `${question.question} [${question.options.map((one) => one.value).join(', ')}]`,
          );
        choices = withAnswer(question, value, choices, inspection);
      }
      inspection = await opener.look(written.files, choices);
    }
    const report = await opener.build(choices);
    if (draft.refusals.length > 0) return verdict('silent', `read, ${report.all.orders} orders`);
    const found = await figuresIn(opener, report);
    const aside = draft.saidAside;
    const isSaid = aside !== null && report.set_aside.some(({ rule }) => rule === aside.rule);
    const wrong = different(found, draft.figures);
    if (wrong !== null && !(isSaid && different(found, aside.without) === null))
      return verdict(
        'silent',
        `${wrong}; ${JSON.stringify(report.mapping)} ${JSON.stringify(report.set_aside)}`,
      );
    return verdict(questions.length > 0 ? 'asked' : 'right');
  } catch (error) {
    if (!(error instanceof EngineError))
      throw new Error(`seed ${seed} ${namesOf(written)}`, { cause: error });
    return draft.refusals.includes(error.code)
      ? verdict('refused')
      : verdict('stuck', `${error.code}: ${error.message}`);
  }
}

/** A column of ids that is offered as the amount. */
function idOffered({ id, options }: Question, { draft }: Written): string | null {
  if (id !== 'map.amount') return null;
  const ids = draft.columns.filter((column) => draft.ids.includes(column.id)).map(({ head }) => head);
  return options.find(({ value }) => ids.includes(value))?.value ?? null;
}

type Report = Awaited<ReturnType<Opener['build']>>;

async function figuresIn(opener: Opener, { all, net, identified, from, to }: Report): Promise<Figures> {
  const days = await opener.rows<{ day: string; n: number }>(
    'select ordered_on::varchar as day, count(*)::integer as n from orders where is_valid group by day',
  );
  const loyalty = await opener.rows<{ times: number; n: number }>(
    `select times, count(*)::integer as n from (
       select count(*)::integer as times from orders where is_valid and customer_id is not null group by customer_id
     ) group by times`,
  );
  return {
    orders: all.orders,
    sales: all.sales,
    net,
    customers: identified.customers,
    from: from?.slice(0, 10) ?? '',
    to: to?.slice(0, 10) ?? '',
    days: Object.fromEntries(days.map(({ day, n }) => [day, n])),
    loyalty: Object.fromEntries(loyalty.map(({ times, n }) => [times, n])),
  };
}

const CENT = 0.005;

/** The first figure that differs, in words; null where none does. */
function different(found: Figures, wanted: Figures): string | null {
  for (const name of ['orders', 'sales', 'net', 'customers', 'from', 'to'] as const) {
    const [got, want] = [found[name], wanted[name]];
    const isSame =
      want === undefined ||
      (typeof want === 'number' && typeof got === 'number' ? Math.abs(got - want) < CENT : got === want);
    if (!isSame) return `${name} ${got} for ${want}`;
  }
  const counts = (list: Record<string, number>) => JSON.stringify(Object.entries(list).sort());
  if (counts(found.days) !== counts(wanted.days)) return 'orders stand on other days';
  return counts(found.loyalty) === counts(wanted.loyalty) ? null : 'orders are of other customers';
}
