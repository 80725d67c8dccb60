/** Names and values; a name can come several times. */
export type Query = readonly (readonly [name: string, value: string])[];

export function hashOf(path: string, query: Query): string {
  const text = new URLSearchParams(query.map(([name, value]) => [name, value])).toString();
  return text ? `#/${path}?${text}` : `#/${path}`;
}
