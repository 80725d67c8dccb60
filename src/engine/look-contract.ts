import type { ColumnEvidence } from '../domain/evidence';
import type { MappingProposal } from '../domain/mapping';
import type { Evidence } from '../domain/said/evidence';
import type { TableSeen } from '../domain/tables';

/** What the files of an import hold, before anybody has decided anything, and before it has its words. */
export interface Look {
  /** Every table of every file with what it seems to be for. */
  tables: TableSeen[];
  /** The table of orders or lines; its rows and columns are those after the others were joined to it. */
  file: {
    name: string;
    bytes: number;
    rows: number;
    sheet: string | null;
    sheets: string[];
    encoding: string;
  };
  dialect: { delimiter: string; has_header: boolean; skip_lines: number; layout: string } | null;
  columns: ColumnEvidence[];
  proposal: MappingProposal;
  /** How the file was cut into cells and why. */
  evidence: Evidence[];
}
