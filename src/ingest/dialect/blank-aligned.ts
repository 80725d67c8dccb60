/** The cells of one line of blank-aligned text; none for an empty line. */
export const splitBlankAligned = (line: string): string[] => {
  const trimmed = line.replace(/^[ \t\u00a0]+|[ \t\u00a0\r\n]+$/g, '');
  return trimmed === '' ? [] : trimmed.split(/[ \t\u00a0]+/);
};
