import { SHARED_PARAMS, type Analysis, type TileOf } from '../analyses/define';
import { analyses } from '../analyses/registry';
import { daysBetween } from '../domain/calendar';
import type { Problem } from '../domain/outcome';
import type { ResultTable } from '../domain/table';
import type { AnalysisParams } from '../engine/call-contract';
import { EngineError } from '../engine/errors';
import { answerOf } from './answers';
import { project } from './project.svelte';
import { scope } from './scope/scope.svelte';
import { settings } from './settings';

/** What Home shows of one analysis in one place. */
export interface HomeTile {
  analysis: Analysis;
  tile: TileOf;
  key: string;
}

/** A tile's answer, or why there is none; an old one was given under another scope. */
export type TileAnswer = ({ result: ResultTable } | { problem: Problem }) & { isOld?: boolean };

const ROOMS = ['figures', 'wide', 'third', 'notes'] as const;

/** All tiles, in the order in which they stand. */
export const homeTiles: readonly HomeTile[] = [...analyses.values()]
  .flatMap((analysis) =>
    (analysis.tiles ?? []).map((tile) => ({
      ...{ analysis, tile, key: `${analysis.id} ${tile.room} ${tile.part ?? ''}` },
    })),
  )
  .sort((a, b) => ROOMS.indexOf(a.tile.room) - ROOMS.indexOf(b.tile.room) || a.tile.order - b.tile.order);

/** The shop on one page: each tile is a question of its own under the scope, asked one after another, the slow ones last. */
export class Home {
  answers = $state.raw<Readonly<Record<string, TileAnswer>>>({});
  #stop: AbortController | null = null;

  async ask(): Promise<void> {
    this.#stop?.abort();
    const stop = (this.#stop = new AbortController());
    this.answers = Object.fromEntries(
      Object.entries(this.answers).map(([key, answer]) => [key, { ...answer, isOld: true }]),
    );
    const shared = scope.params;
    const asked = [...homeTiles].sort(
      (a, b) => Number(a.tile.isSlow ?? false) - Number(b.tile.isSlow ?? false),
    );
    for (const one of asked) {
      const answer = await answerTo(one, shared, stop.signal);
      if (stop.signal.aborted) return;
      this.answers = { ...this.answers, [one.key]: answer };
    }
  }

  leave(): void {
    this.#stop?.abort();
  }
}

async function answerTo(
  { analysis, tile }: HomeTile,
  shared: AnalysisParams,
  signal: AbortSignal,
): Promise<TileAnswer> {
  const { from, to } = project.report ?? {};
  const days = from && to ? daysBetween(from, to) + 1 : 0;
  const specs = [...analysis.params, ...SHARED_PARAMS];
  const usual = Object.fromEntries(specs.map((spec) => [spec.name, spec.default]));
  const params = { ...usual, ...settings.of(analysis), ...tile.params?.(days), ...shared };
  try {
    return { result: await answerOf(signal, analysis.id, params) };
  } catch (error) {
    return {
      problem: error instanceof EngineError ? error.fields() : { code: 'failed', message: String(error) },
    };
  }
}
