import { analyses } from '../../analyses/registry';
import { KNOWN_ATTRIBUTES } from '../../domain/attributes';
import { periodsOf } from '../../domain/periods';
import type { ImportReport } from '../../domain/report';
import { EVERYTHING, within, type Scope } from '../../domain/scope/scope';
import type { AnalysisParams } from '../../engine/call-contract';
import { project } from '../project.svelte';
import { hashOf, type Query } from '../hash';
import { route } from '../route.svelte';
import { settings } from '../settings';
import { isOfScope, scopeIn, scopePairs } from './address';
import { LeftControls } from './controls';
import { comparedIn, parametersIn, type Project } from './parameters';

/** What all pages are about. The address is where it is kept, so that back, reload, a bookmark and a second tab show the same. */
class CurrentScope {
  readonly now: Scope = $derived(scopeIn(route.query));
  readonly controls = new LeftControls();

  /** As the query of an address. */
  readonly pairs: Query = $derived(scopePairs(this.now));

  /** As the shared parameters of every question; made anew with every reading, since the cuts of RFM tell nobody when they change. */
  get params(): AnalysisParams {
    return parametersIn(this.now, projectNow());
  }

  /** The same for what it is compared with; null where it is compared with nothing. */
  get compared(): AnalysisParams | null {
    return comparedIn(this.now, projectNow());
  }

  change(changed: Partial<Scope>): void {
    const others = [...route.query].filter(([name]) => !isOfScope(name));
    route.go(route.path, [...scopePairs({ ...this.now, ...changed }), ...others]);
  }

  clear(): void {
    this.change(EVERYTHING);
  }

  /** The address of a page under this scope. */
  href(path: string, controls: Query = []): string {
    return hashOf(path, [...this.pairs, ...controls]);
  }

  /** Go to a page and keep the scope. */
  go(path: string, controls: Query = []): void {
    route.go(path, [...this.pairs, ...controls]);
  }

  /** Say in the address how the page on screen is set; nothing leads back to how it was before. */
  setControls(controls: Query): void {
    const next = [...this.pairs, ...controls];
    if (hashOf(route.path, next) !== location.hash) route.replace(route.path, next);
  }

  /** The tables are others: columns that they do not have choose nobody. */
  belong(): void {
    this.controls.forget();
    const { report } = project;
    if (!report) return;
    const known = scopePairs(within(this.now, attributesOf(report)));
    if (JSON.stringify(known) === JSON.stringify(this.pairs)) return;
    const others = [...route.query].filter(([name]) => !isOfScope(name));
    route.replace(route.path, [...known, ...others]);
  }
}

const attributesOf = ({ attributes, mapping }: ImportReport): string[] => [
  ...attributes.map(({ name }) => name),
  ...KNOWN_ATTRIBUTES.filter((name) => name === 'discount' || name in mapping),
];

const projectNow = (): Project => ({
  as_of: project.report?.as_of ?? null,
  periods: periodsOf(project.report?.choices),
  rfm: ownCuts(),
});

/** What a person has set for RFM; what is as usual is not said. */
function ownCuts(): Record<string, string> {
  const rfm = analyses.get('rfm');
  if (!rfm) return {};
  const usual = new Map(rfm.params.map((spec) => [spec.name, spec.default]));
  return Object.fromEntries(
    Object.entries(settings.of(rfm)).flatMap(([name, value]) =>
      typeof value === 'string' && value !== usual.get(name) ? [[name, value]] : [],
    ),
  );
}

export const scope = new CurrentScope();
