import type { Choices } from '../domain/choices';
import type { ToldProposal } from '../domain/mapping';
import type { Problem } from '../domain/outcome';
import type { ImportReport } from '../domain/report';
import {
  explanationOf,
  likelyTogether,
  tillSwitches,
  type TillSwitch,
  type Totals,
  type TypedTotal,
} from '../ingest/mapping/till-switches';
import { asProblem } from './as-problem';
import { preview } from './preview.svelte';

export interface TillAnswer {
  typed: number;
  now: Totals;
  /** Each assumption the other way, and what the file then comes to. */
  tried: (Totals & { id: TillSwitch['id']; choices: Choices })[];
  /** The assumptions that make it the typed total; empty where it agrees as it stands, null where none do. */
  because: { ids: TillSwitch['id'][]; figure: keyof Totals; total: number; choices: Choices } | null;
}

/** The total that a till shows against what the file comes to: each assumption is tried by counting again, never by estimate. */
class Till {
  answer = $state.raw<TillAnswer | null>(null);
  problem = $state.raw<Problem | null>(null);
  /** The assumptions that are being counted the other way. */
  trying = $state.raw<TillSwitch['id'][]>([]);
  #stop: AbortController | null = null;

  clear(): void {
    this.#stop?.abort();
    this.#stop = null;
    this.answer = this.problem = null;
    this.trying = [];
  }

  async compare(typed: TypedTotal, proposal: ToldProposal, choices: Choices): Promise<void> {
    this.clear();
    const { report } = preview;
    if (!report) return;
    const stop = (this.#stop = new AbortController());
    try {
      const answer = await this.#answer(stop.signal, typed, proposal, choices, report);
      if (this.#stop === stop) this.answer = answer;
    } catch (error) {
      if (this.#stop === stop) this.problem = asProblem(error);
    }
    if (this.#stop !== stop) return;
    this.trying = [];
    // The tables stand as the page shows them again.
    await preview.count(choices);
  }

  async #answer(
    signal: AbortSignal,
    typed: TypedTotal,
    proposal: ToldProposal,
    choices: Choices,
    report: ImportReport,
  ): Promise<TillAnswer> {
    const now = totalsOf(report);
    const none = { typed: typed.value, now, tried: [] };
    const agrees = explanationOf(typed, now, []);
    if (agrees)
      return { ...none, because: { ids: [], figure: agrees.figure, total: now[agrees.figure], choices } };
    const switches = tillSwitches(proposal, report, choices);
    const tried: TillAnswer['tried'] = [];
    for (const { id, change } of switches) {
      this.trying = [id];
      const changed = change(choices);
      const counted = await this.#count(signal, changed);
      if (counted) tried.push({ id, choices: changed, ...counted });
    }
    const one = explanationOf(typed, now, tried);
    const made = tried[one?.switched ?? -1];
    if (one && made) {
      const { id, choices: changed } = made;
      return {
        ...none,
        tried,
        because: { ids: [id], figure: one.figure, total: made[one.figure], choices: changed },
      };
    }
    const most = report.rows_read > LARGE ? 3 : 12;
    for (const at of likelyTogether(typed, now, tried, most)) {
      const ids = at.flatMap((position) => tried[position]?.id ?? []);
      this.trying = ids;
      const changed = switches
        .filter(({ id }) => ids.includes(id))
        .reduce((before, { change }) => change(before), choices);
      const counted = await this.#count(signal, changed);
      const agreed = counted && explanationOf(typed, counted, []);
      if (agreed)
        return {
          ...none,
          tried,
          because: { ids, figure: agreed.figure, total: counted[agreed.figure], choices: changed },
        };
    }
    return { ...none, tried, because: null };
  }

  /** An assumption under which something would have to be asked, or no table comes of the file, explains nothing. */
  async #count(signal: AbortSignal, choices: Choices): Promise<Totals | null> {
    try {
      const counted = await preview.under(signal, choices);
      return counted && totalsOf(counted);
    } catch (error) {
      if (signal.aborted) throw error;
      return null;
    }
  }
}

/** Rows of a file that takes a second or more to count. */
const LARGE = 200_000;

const totalsOf = ({ all, net }: ImportReport): Totals => ({ sales: all.sales ?? 0, net: net ?? 0 });

export const till = new Till();
