import type { Choices } from '../domain/choices';
import type { ImportReport } from '../domain/report';
import type { ResultTable } from '../domain/table';
import { analyses } from '../analyses/registry';
import { SHARED_PARAMS } from '../analyses/define';
import { titledOf } from '../i18n/analysis-words';
import { loadAnalysisWords } from '../i18n/language';
import type { AnalysisParams } from '../engine/call-contract';
import { EngineError } from '../engine/errors';
import { decoded } from '../state/decoded';
import { engine } from '../state/engine';
import { answerIn } from '../state/judged';
import { ask } from '../state/models';
import { project } from '../state/project.svelte';
import { goTo, where, type Where } from '../state/where';

/** Rows that a query of the user's gives where no limit is said. */
const DEFAULT_LIMIT = 1000;

export interface Door {
  ready: Promise<void>;
  open(files: File[] | File, choices?: Choices): Promise<ImportReport>;
  report(): ImportReport | null;
  analyses(): { id: string; title: string; params: unknown[]; columns: unknown[] }[];
  analyse(id: string, params?: AnalysisParams): Promise<ResultTable>;
  sql(text: string, options?: { limit?: number }): Promise<ResultTable>;
  /** Place, scope and controls of the page, as the address holds them. */
  state(): Where;
  go(address: string): Promise<Where>;
  close(): Promise<void>;
}

/** Kinds of parameters that name what customers or orders are told apart by. */
const TAKES_ATTRIBUTES: readonly string[] = ['attribute', 'customers_who', 'orders_that'];
/** What the file that is open can be split and filtered by; none without one. */
const attributeNames = () => project.report?.attributes.map(({ name }) => name) ?? [];

/** A copy that holds nothing but JSON. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const forever = () => new AbortController().signal;

/** Errors leave the door as plain values, so that a console shows them whole. */
async function plainly<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw error instanceof EngineError ? error.fields() : { code: 'failed', message: String(error) };
  }
}

/** `window.regulars`: the same way into the engine that the pages use. Plain JSON in and out; names are stable. */
export function makeDoor(): Door {
  return {
    get ready() {
      return Promise.all([engine.ready, loadAnalysisWords()]).then(() => undefined);
    },
    open: (files, choices = {}) =>
      plainly(() => project.open(Array.isArray(files) ? files : [files], choices)),
    report: () => project.report && plain(project.report),
    analyses: () =>
      [...analyses.values()].map(({ id, params, columns }) => ({
        id,
        title: titledOf(id).title,
        params: [...params, ...SHARED_PARAMS].map((param) => ({
          ...param,
          ...(TAKES_ATTRIBUTES.includes(param.kind) ? { attributes: attributeNames() } : {}),
        })),
        columns: columns.map((column) => ({ ...column })),
      })),
    analyse: (id, params = {}) =>
      plainly(async () => {
        await project.restored;
        return answerIn(id, await ask(forever(), id, params));
      }),
    sql: (text, { limit = DEFAULT_LIMIT } = {}) =>
      plainly(async () => {
        await project.restored;
        return decoded(await engine.runUserQuery(forever(), text, limit));
      }),
    state: () => plain(where()),
    go: (address) =>
      plainly(async () => {
        await project.restored;
        return plain(goTo(address));
      }),
    close: () => plainly(() => project.close()),
  };
}

declare global {
  interface Window {
    regulars: Door;
  }
}
