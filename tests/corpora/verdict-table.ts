import { CORRECTIONS } from './corrections';
import { DIFFERENCES } from './differences';
import { corpusOf, type Entry } from './entries';
import { wasExpected, type Verdict } from './verdict';

const cell = (text: string | number) => String(text).replaceAll('|', '\\|');
const row = (cells: (string | number)[]) => `| ${cells.map(cell).join(' | ')} |`;

/** What came of each corpus, in numbers, and each difference with its reason. */
export function tableOfVerdicts(verdicts: [Entry, Verdict][]): string {
  const corpora = [...new Set(verdicts.map(([entry]) => corpusOf(entry)))];
  const count = (corpus: string, of: (verdict: Verdict, entry: Entry) => boolean) =>
    verdicts.filter(([entry, verdict]) => corpusOf(entry) === corpus && of(verdict, entry)).length;
  const lines = corpora.map((corpus) =>
    row([
      corpus,
      count(corpus, () => true),
      count(corpus, ({ kind }) => kind === 'agree'),
      count(corpus, ({ kind }, entry) => kind === 'differ' || (kind === 'refused' && wasExpected(entry))),
      count(corpus, ({ kind }) => kind === 'read'),
      count(corpus, ({ kind }, entry) => kind === 'refused' && !wasExpected(entry)),
    ]),
  );
  const refusals = new Map<string, number>();
  for (const [entry, { kind, why }] of verdicts)
    if (kind === 'refused' && !wasExpected(entry)) refusals.set(why, (refusals.get(why) ?? 0) + 1);
  return `# What becomes of the files of the corpora

Written and checked by \`tests/corpora/corpora.test.ts\`. Every file goes the way of a dropped one: the reader's worker code,
then the engine's statements in native DuckDB; cells are compared before any mapping.

*Agree*: all that the corpus says about rows, columns and cells is so. *Differ*: it is not, for a reason given below. *Read*: a table, of which the
corpus says nothing comparable. *Refused*: a sentence names the file, the reason and the next step.

| corpus | files | agree | differ | read | refused |
|---|---|---|---|---|---|
${lines.join('\n')}

Refused: ${[...refusals].map(([code, n]) => `${n} \`${code}\``).join(', ')}.

## Differences

${Object.entries(DIFFERENCES)
  .map(([file, why]) => `- \`${file}\`: ${why}`)
  .join('\n')}

## Expectations that were corrected first

${Object.entries(CORRECTIONS)
  .map(([file, { why }]) => `- \`${file}\`: ${why}`)
  .join('\n')}
`;
}
