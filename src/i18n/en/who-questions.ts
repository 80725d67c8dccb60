/** What is asked about who bought and how their numbers are written. */
export const whoQuestions = {
  phonePrefix: {
    question: (column: string) =>
      `Numbers in "${column}" are written with several country prefixes and without one. Which country are those without one from?`,
    option: (prefix: string, meets: string) =>
      `+${prefix} (${meets} ${meets === '1' ? 'number is' : 'numbers are'} written both ways)`,
  },
  whoBought: {
    question: 'Who bought? No header says so, and these columns could.',
    option: (column: string, different: string, times: string) =>
      `${column}: ${different} different, each on ${times} rows on average`,
    nobody: 'Nobody is named in this file',
  },
};
