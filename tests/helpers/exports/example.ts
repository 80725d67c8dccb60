/** A small file of a known export, written by hand from what its columns mean, and what is right to read in it. */
export interface Example {
  /** The id of the known export. */
  id: string;
  /** Where its columns were seen: a public address, or in words. */
  seen: string;
  delimiter?: ',' | ';' | '\t';
  /** Lines above the header. */
  above?: string[];
  /** The columns that are filled and their rows, cells separated by |; `¦` stands for a mark of that kind in a cell. */
  table: string;
  /** The other columns of the export, separated by |, which are left empty. */
  empty?: string;
  /** Orders, customers, sales and what was given back of them; or that it cannot hold sales. */
  right: Figures | 'refused';
}

export interface Figures {
  orders: number;
  customers: number;
  sales: number;
  refunds: number;
}

const cellsOf = (line: string): string[] => line.split('|').map((cell) => cell.trim());

/** The header of an example, the filled columns first. */
export function headersOf({ table, empty }: Example): string[] {
  const [header = ''] = table.trim().split('\n');
  return [...cellsOf(header), ...(empty ? cellsOf(empty) : [])];
}

/** An example as the text of its file. */
export function textOf(example: Example): string {
  const { table, delimiter = ',', above = [] } = example;
  const headers = headersOf(example);
  const quoted = (cell: string) =>
    cell.includes(delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
  const rows = table.trim().split('\n').slice(1).map(cellsOf);
  const line = (cells: string[]) =>
    headers
      .map((_, i) => quoted((cells[i] ?? '').replaceAll('¦', '|').replaceAll('\\t', '\t')))
      .join(delimiter);
  return [...above, line(headers), ...rows.map(line)].join('\n') + '\n';
}
