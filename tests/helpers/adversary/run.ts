import type { Opener } from './engine';
import { judge, type Outcome, type Verdict } from './judge';
import { RULES, writeShop } from './write';

/** What became of the shops of these seeds, one after the other. */
export async function runShops(
  opener: Opener,
  seeds: readonly number[],
  options: { most: number; rule?: number },
): Promise<Verdict[]> {
  const found: Verdict[] = [];
  for (const seed of seeds) found.push(await judge(opener, writeShop(seed, options)));
  return found;
}

export const seedsFrom = (first: number, n: number): number[] =>
  Array.from({ length: n }, (_, i) => first + i);

export const isFault = ({ outcome, needless }: Verdict): boolean =>
  outcome === 'silent' || outcome === 'stuck' || needless.length > 0;

export const inWords = ({ seed, about, outcome, needless, detail }: Verdict): string =>
  `${seed} ${about}: ${outcome}${needless.length > 0 ? `, needless ${needless.join(', ')}` : ''} ${detail}`.trim();

export const questionsOf = (verdicts: readonly Verdict[]): number =>
  verdicts.reduce((sum, { questions }) => sum + questions.length, 0);

const OUTCOMES: readonly Outcome[] = ['right', 'asked', 'refused', 'silent', 'stuck'];

export const ofRule = (verdicts: readonly Verdict[], rule: number): Verdict[] =>
  verdicts.filter(({ rules }) => rules.includes(rule));

/** A line a rule: in how many shops it stands, and what became of them. */
export function tableOf(verdicts: readonly Verdict[]): string {
  const line = (name: string, of: readonly Verdict[]) =>
    [
      name.padStart(5),
      of.length,
      ...OUTCOMES.map((outcome) => of.filter((one) => one.outcome === outcome).length),
      of.filter(({ needless }) => needless.length > 0).length,
      questionsOf(of),
    ]
      .map((cell) => String(cell).padStart(9))
      .join('');
  const head = ['rule', 'shops', ...OUTCOMES, 'needless', 'questions'];
  return [
    head.map((cell) => cell.padStart(9)).join(''),
    ...RULES.map((rule) => line(String(rule), ofRule(verdicts, rule))),
    line('all', verdicts),
  ].join('\n');
}
