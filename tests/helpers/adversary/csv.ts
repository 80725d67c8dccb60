const quoted = (text: string, delimiter: string): string =>
  text.includes(delimiter) || /["\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

export const csvOf = (table: readonly string[][], delimiter: string): string =>
  table.map((row) => row.map((cell) => quoted(cell, delimiter)).join(delimiter)).join('\n') + '\n';
