import { syntaxTree } from '@codemirror/language';
import { RangeSetBuilder } from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from '@codemirror/view';

/** The tokens of ui/theme.css reach into the shadow root, so one look serves light and dark. */
export const look = EditorView.theme({
  '&': {
    minHeight: '12rem',
    maxHeight: '60vh',
    border: '1px solid var(--edge)',
    borderRadius: '2px',
    background: 'var(--raised)',
    color: 'var(--ink)',
    font: 'var(--size-2) / 1.5 var(--font-code)',
  },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '1px' },
  '.cm-scroller': { overflow: 'auto', fontFamily: 'inherit', lineHeight: 'inherit' },
  '.cm-content': { padding: 'var(--space-3) 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 var(--space-3)' },
  '.cm-gutters': { border: 'none', background: 'none', color: 'var(--muted)' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '2.5ch', paddingLeft: 'var(--space-2)' },
  '.sql-word': { color: 'var(--accent)' },
  '.sql-text': { color: 'var(--return)' },
  '.sql-value': { color: 'var(--loss)' },
  '.sql-called': { color: 'var(--series-4)' },
  '.sql-comment': { color: 'var(--muted)', fontStyle: 'italic' },
  '.cm-tooltip': {
    border: '1px solid var(--edge)',
    background: 'var(--raised)',
    color: 'var(--ink)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font-code)', maxHeight: '14rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: 'var(--space-1) var(--space-2)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    background: 'var(--accent)',
    color: 'var(--on-accent)',
  },
  '.cm-completionDetail': { fontStyle: 'normal', opacity: '0.8' },
  '.cm-tooltip.cm-completionInfo': {
    maxWidth: '24rem',
    padding: 'var(--space-2) var(--space-3)',
    fontFamily: 'var(--font-ui)',
  },
  '.cm-lintRange-error': {
    background: 'none',
    textDecoration: 'underline wavy var(--loss)',
    textUnderlineOffset: '0.25em',
  },
  '.cm-tooltip-lint': { maxWidth: '28rem', fontFamily: 'var(--font-ui)' },
  '.cm-diagnostic-error': { borderLeft: '4px solid var(--loss)', whiteSpace: 'pre-wrap' },
  '&.cm-focused .cm-matchingBracket': { background: 'none', outline: '1px solid var(--edge)' },
  '&.cm-focused .cm-nonmatchingBracket': { background: 'none', outline: '1px solid var(--loss)' },
});

const marked = (name: string) => Decoration.mark({ class: `sql-${name}` });
const [word, text, value, called, comment] = ['word', 'text', 'value', 'called', 'comment'].map(marked);
/** How the parts of a text are marked, by the names that the parser of SQL gives them. */
const MARKS: Readonly<Record<string, Decoration | undefined>> = {
  Keyword: word,
  Type: word,
  String: text,
  QuotedIdentifier: text,
  Number: value,
  Bool: value,
  Null: value,
  Builtin: called,
  LineComment: comment,
  BlockComment: comment,
};

function marksOf({ state, visibleRanges }: EditorView): DecorationSet {
  const marks = new RangeSetBuilder<Decoration>();
  for (const { from, to } of visibleRanges)
    syntaxTree(state).iterate({
      from,
      to,
      enter(node) {
        const [start, end] = [Math.max(node.from, from), Math.min(node.to, to)];
        const mark = MARKS[node.name];
        if (mark && start < end) marks.add(start, end, mark);
      },
    });
  return marks.finish();
}

/** The colours of what is in sight: `look` has them by class. */
export const colours = ViewPlugin.fromClass(
  class {
    marks: DecorationSet;

    constructor(view: EditorView) {
      this.marks = marksOf(view);
    }

    update({ view, docChanged, viewportChanged, startState, state }: ViewUpdate): void {
      if (docChanged || viewportChanged || syntaxTree(startState) !== syntaxTree(state))
        this.marks = marksOf(view);
    }
  },
  { decorations: ({ marks }) => marks },
);
