/** The text encodings that exports have, by their WHATWG labels. */
export const ENCODINGS = [
  ...(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1250', 'windows-1251'] as const),
  ...(['windows-1254', 'windows-1258', 'gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'] as const),
] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const isKnownEncoding = (label: string): label is Encoding =>
  (ENCODINGS as readonly string[]).includes(label);
