import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

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

export const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.typeName], color: 'var(--accent)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--return)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--loss)' },
  { tag: tags.standard(tags.name), color: 'var(--series-4)' },
  { tag: tags.comment, color: 'var(--muted)', fontStyle: 'italic' },
]);
