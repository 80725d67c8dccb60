import type { FileAttributes } from '../../src/domain/attributes';
import type { Choices } from '../../src/domain/choices';
import type { OpenQuestion } from '../../src/domain/said/questions';
import type { MappingProposal } from '../../src/domain/mapping';
import type { LapseLine } from '../../src/domain/standing';
import type { TableSeen } from '../../src/domain/tables';
import type { BuiltReport } from '../../src/engine/contract';
import type { CountedColumns } from './evidence/evidence';
import type { Generation } from './import/generations';
import type { LoadedFile } from './import/load-file';
import type { RefundList } from './import/refund-list';
import type { Plan } from './plan/plan';
import type { Step } from './report/bridge';

/** Tables that are built for the first question that reads them. */
export type LateTable = 'names' | 'attributes' | 'products' | 'order_attributes' | 'costs' | 'comments';

/** One import in memory, in a database of its own: a new one never touches the tables of the one before. */
export interface Shop {
  /** Name of the attached in-memory database. */
  database: string;
  /** Its tables are compressed as they are committed. */
  isCompressed: boolean;
  /** Questions are answered from its tables: from then on they are replaced all at once or not at all. */
  isInUse: boolean;
  /** The table of orders or lines, by whose name the import goes. */
  file: { name: string; bytes: number };
  /** Every dropped file once, with the SHA-256 of its bytes in hex; counted while the engine reads. */
  files: { name: string; bytes: number; sha256: () => Promise<string> }[];
  tables: TableSeen[];
  refunds: RefundList | null;
  generations: Generation[];
  /** For each table where its columns stand in `raw`; null where a lone table is `raw`. */
  places: ReadonlyMap<number, number[]> | null;
  /** What the tables themselves cannot tell. */
  questions: OpenQuestion[];
  loaded: LoadedFile;
  counted: CountedColumns;
  /** How dates and numbers were last read; null before anybody has looked. */
  readings: Pick<MappingProposal, 'dates' | 'numbers' | 'layout'> | null;
  /** The choices that the tables were last built with. */
  choices: Choices;
  /** What the tables were last built by. */
  plan: Plan | null;
  /** The steps from the file to the tables' number; empty before there are tables. */
  bridge: Step[];
  /** Tables that were prepared and not yet asked for: the choices they were made with, as JSON, and their report. */
  made: { choices: string; report: BuiltReport } | null;
  /** What was said of the tables that stand. */
  report: BuiltReport | null;
  late: Set<LateTable>;
  /** What orders can be told apart by: columns of the file. */
  attributes: FileAttributes;
  /** Columns whose values stand among the attributes of first orders or of orders. */
  columns: Set<string>;
  /** Lines between silent and gone that stand in `lapse_lines`, by the text that draws them. */
  lines: Map<string, LapseLine>;
}
