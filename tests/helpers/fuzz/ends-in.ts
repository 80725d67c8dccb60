import type { Choices } from '../../../src/domain/choices';
import { EngineError } from '../../../src/engine/errors';
import { errorTold } from '../../../src/engine/told';
import type { SourceTable } from '../../../src/engine/source-contract';
import { detectDialect } from '../../../src/ingest/dialect/detect-dialect';
import { skippedBytes } from '../../../src/ingest/dialect/parse-delimited';
import { cleanText } from '../../../workers/engine/import/clean-text';
import { lookAtText } from '../../../workers/readers/regular-text';
import { engineOf, never } from '../warehouse';
import type { FuzzedFile } from './mutate';
import type { Reading } from './reading';

/** What became of a file: how it ended, or in `wrong` why that is no way to end. */
export interface Ending {
  end: 'table' | 'mapping' | 'questions' | 'refusal' | 'sentence';
  wrong: string | null;
}

/** A sentence: it begins with a word or a name, ends in a stop, and holds nothing that only a program would say. */
export const isSentence = (text: string): boolean =>
  text.length >= 15 &&
  /[.?!)]$/.test(text.trim()) &&
  !/\[object|undefined|NaN\b|Cannot read prop|is not a function|at \w+ \(/.test(text);

/** One table cut into cells. Throws the EngineError that the page would show. */
async function cut({ text, dialect: known }: SourceTable): Promise<void> {
  const sample = await text.text();
  const detected = detectDialect(sample, text.name, known ?? {});
  if (!detected.ok) throw errorTold(detected.error);
  const { dialect, columns, headerRows, sampleRows } = detected.value;
  const layout = { width: columns.length, headerRows, firstLine: dialect.skip_lines + 1, sampleRows };
  const rest = text.slice(skippedBytes(sample, dialect.skip_lines));
  await lookAtText(rest, dialect.delimiter, dialect.quote, columns.length, never);
  await cleanText(rest, dialect, layout, never, () => undefined);
}

/** The tables cut into cells, as the first half of the engine's loading does. */
async function cutAll(tables: readonly SourceTable[]): Promise<number> {
  let done = 0;
  let problem: unknown = null;
  for (const table of tables)
    try {
      await cut(table);
      done++;
    } catch (error) {
      // A sheet or a member may be a note: the others are a table all the same.
      if (!(error instanceof EngineError)) throw error;
      problem = error;
    }
  if (done === 0 && problem !== null) throw problem;
  return done;
}

/** How a file ends: read alone, or through the engine's look at it to the mapping that the page would show. */
export async function endOf(reading: Reading, file: FuzzedFile, isLookedAt: boolean): Promise<Ending> {
  try {
    const tables = await reading.open(file);
    if (!isLookedAt) {
      const done = await cutAll(tables);
      return { end: 'table', wrong: done > 0 ? null : 'no table and no sentence' };
    }
    const choices: Choices = {};
    const { api } = await engineOf('native');
    const { proposal, columns } = await api.inspect(never, tables, choices);
    const said = [...proposal.questions.map(({ question }) => question), proposal.refusal?.message ?? ''];
    const bad = said.filter((text) => text !== '' && !isSentence(text));
    const end = proposal.refusal ? 'refusal' : proposal.questions.length > 0 ? 'questions' : 'mapping';
    return { end, wrong: columns.length === 0 ? 'no column' : bad.length > 0 ? bad.join(' | ') : null };
  } catch (error) {
    if (!(error instanceof EngineError))
      return {
        end: 'sentence',
        wrong: error instanceof Error ? (error.stack ?? error.message) : String(error),
      };
    return { end: 'sentence', wrong: isSentence(error.message) ? null : `${error.code}: ${error.message}` };
  }
}
