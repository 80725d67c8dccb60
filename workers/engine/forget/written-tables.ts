import type { Choices, FileChoice } from '../../../src/domain/choices';
import type { SiftedTable } from '../../../src/domain/forgotten';
import { choiceOf, type SourceTable } from '../../../src/engine/source-contract';
import { saidRole } from '../../../src/ingest/tables/table-choices';
import type { EngineDatabase } from '../host/database';
import { rawColumn } from '../reading/reading';

/** A table that stands in `raw`, and which of its rows go. */
export interface Readable {
  source: SourceTable;
  choices: Choices;
  headers: string[];
  dialect: { has_header: boolean };
  /** A condition on `raw`. */
  where: string;
}

const ROWS_IN_PART = 20_000;

/** Tables as CSV: the header as it was read, and the rows that stay. */
export async function written(
  signal: AbortSignal,
  database: EngineDatabase,
  tables: readonly Readable[],
): Promise<SiftedTable[]> {
  const found: SiftedTable[] = [];
  for (const { source, choices, headers, dialect, where } of tables) {
    const [size] = await database.rows<{ rows: number; gone: number }>(
      signal,
      `select count(*) as rows, count(*) filter (${where}) as gone from raw`,
    );
    const { rows, gone } = size ?? { rows: 0, gone: 0 };
    const cells = headers.map((_, i) => `coalesce('"' || replace(${rawColumn(i)}, '"', '""') || '"', '')`);
    const line =
      cells.length === 1 ? `coalesce(nullif(${cells[0]}, ''), '""')` : `concat_ws(',', ${cells.join(', ')})`;
    const parts: string[] = dialect.has_header
      ? [`${headers.map((header) => `"${header.replaceAll('"', '""')}"`).join(',')}\n`]
      : [];
    for (let from = 0; from < rows; from += ROWS_IN_PART) {
      const [part] = await database.rows<{ text: string | null }>(
        signal,
        `select string_agg(${line}, chr(10) order by rowid) as text from raw
         where rowid >= ${from} and rowid < ${from + ROWS_IN_PART} and not (${where})`,
      );
      if (part?.text) parts.push(`${part.text}\n`);
    }
    found.push({
      of: source.name,
      bytes: new Blob(parts),
      choice: choiceFor(source, choices, dialect, gone),
    });
  }
  return found;
}

/** How the new text is read; what was said of the file's own text does not hold for it. */
function choiceFor(
  source: SourceTable,
  choices: Choices,
  { has_header }: { has_header: boolean },
  gone: number,
): FileChoice {
  const inside = [source.member, source.sheet].filter((part) => part !== null).join(' ');
  const role = saidRole(choices, source);
  return {
    name: inside === '' ? source.name : `${source.name} ${inside}.csv`,
    ...(role ? { role } : {}),
    header: has_header,
    dialect: { layout: 'delimited', delimiter: ',', quote: '"', escape: '"', skip_lines: 0 },
    forgotten: (choiceOf(choices, source)?.forgotten ?? 0) + gone,
  };
}
