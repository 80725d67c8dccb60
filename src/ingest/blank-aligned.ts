/** The cells of one line of blank-aligned text; none for an empty line. */
export const splitBlankAligned = (line: string): string[] => {
  const trimmed = line.replace(/^[ \t\u00a0]+|[ \t\u00a0\r\n]+$/g, '');
  return trimmed === '' ? [] : trimmed.split(/[ \t\u00a0]+/);
};

/**
 * Rewrites blank-aligned text (`  00001 19970101  1   11.77`) as tab-separated lines while it streams past.
 * Lines keep their number: an empty line stays an empty line, so that a row can be found in the file again.
 */
export function blankAlignedToTabs(): TransformStream<string, string> {
  let rest = '';
  const rewrite = (lines: string[]) => lines.map((line) => splitBlankAligned(line).join('\t')).join('\n');
  return new TransformStream<string, string>({
    transform(chunk, controller) {
      const text = rest + chunk;
      // A carriage return at the end may be the first half of a line end: it waits for the next chunk.
      const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r', text.length - 2));
      rest = text.slice(end + 1);
      if (end < 0) return;
      controller.enqueue(rewrite(text.slice(0, end + 1).split(/\r\n|\n|\r/)));
    },
    flush(controller) {
      if (rest !== '') controller.enqueue(rewrite(rest.split(/\r\n|\n|\r/)));
    },
  });
}
