/** Two bytes for each letter of a double-byte encoding, found by reading all pairs there are. */
const tables = new Map<string, Map<string, number[]>>();

function tableOf(label: string): Map<string, number[]> {
  const known = tables.get(label);
  if (known) return known;
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(label);
  const take = (bytes: number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if ([...text].length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, bytes);
  };
  for (let first = 0; first < 256; first++) take([first]);
  for (let first = 0x81; first < 0xff; first++)
    for (let second = 0x40; second < 0xff; second++) take([first, second]);
  tables.set(label, table);
  return table;
}

/** The bytes of a text; null where a letter has no place in the encoding. */
export function encoded(text: string, label: string): Uint8Array<ArrayBuffer> | null {
  const table = tableOf(label);
  const bytes: number[] = [];
  for (const letter of text) {
    const found = table.get(letter);
    if (!found) return null;
    bytes.push(...found);
  }
  return Uint8Array.from(bytes);
}
