import { completionStatus } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { PostgreSQL } from '@codemirror/lang-sql';
import { setDiagnostics } from '@codemirror/lint';
import { bracketMatching } from '@codemirror/language';
import { Compartment, EditorState, Prec } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import type { SqlLanguage } from '../../state/sql-language';
import { speaks } from './dialect';
import { colours, look } from './editor-look';

export interface Selected {
  from: number;
  to: number;
}

export interface EditorOptions {
  text: string;
  selected: Selected;
  label: string;
  /** Said to who hears the page, after the label. */
  description: string;
  /** CodeMirror's own few words, by its English ones. */
  phrases: Record<string, string>;
  onchange: (text: string, selected: Selected) => void;
  onrun: () => void;
}

export interface Editor {
  focus: () => void;
  /** Another text from outside, and where its caret is. The own text is left alone. */
  show: (text: string, selected: Selected) => void;
  /** Mark what is wrong, with the words that say why; null where nothing is. */
  mark: (wrong: (Selected & { message: string }) | null) => void;
  /** From here on it has the engine's words to colour and to suggest. */
  learn: (language: SqlLanguage) => void;
  close: () => void;
}

/** Tab indents, so Escape opens the way out until another key is pressed. */
const WAY_OUT = 10 * 60_000;
const leave = (view: EditorView): boolean => {
  if (completionStatus(view.state) !== null) return false;
  view.setTabFocusMode(WAY_OUT);
  return true;
};

/** Chrome alone tells of a selection inside a shadow root, and the editor hears of a new one a moment later. */
function selectedNow(view: EditorView): Selected {
  const selection = (view.root as { getSelection?: () => Selection | null }).getSelection?.();
  const { anchorNode, focusNode } = selection ?? {};
  if (!selection || !view.contentDOM.contains(anchorNode ?? null) || !anchorNode || !focusNode)
    return view.state.selection.main;
  const ends = [
    view.posAtDOM(anchorNode, selection.anchorOffset),
    view.posAtDOM(focusNode, selection.focusOffset),
  ];
  return { from: Math.min(...ends), to: Math.max(...ends) };
}

/**
 * Text that is typed over a selection is put in here. Chrome would carry the colours of what it replaces over in a style
 * attribute, which the page's policy refuses.
 */
const typedOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    if (event.inputType !== 'insertText' || !event.data || event.isComposing) return false;
    const { from, to } = selectedNow(view);
    if (from === to) return false;
    event.preventDefault();
    const insert = view.state.toText(event.data);
    view.dispatch({
      changes: { from, to, insert },
      selection: { anchor: from + insert.length },
      userEvent: 'input.type',
      scrollIntoView: true,
    });
    return true;
  },
});

/** In a shadow root CodeMirror adopts a style sheet. Anywhere else it writes a <style>, which the page's policy refuses. */
export function openEditor(host: HTMLElement, options: EditorOptions): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const run = () => {
    options.onrun();
    return true;
  };
  const { from, to } = options.selected;
  const spoken = new Compartment();
  const view = new EditorView({
    root,
    parent: root,
    scrollTo: EditorView.scrollIntoView(Math.min(from, options.text.length), { y: 'center' }),
    state: EditorState.create({
      doc: options.text,
      selection: { anchor: Math.min(from, options.text.length), head: Math.min(to, options.text.length) },
      extensions: [
        Prec.highest(
          keymap.of([
            { key: 'Mod-Enter', run },
            { key: 'Escape', run: leave },
          ]),
        ),
        lineNumbers(),
        history(),
        bracketMatching(),
        spoken.of(PostgreSQL.language),
        colours,
        look,
        typedOver,
        EditorView.lineWrapping,
        EditorState.phrases.of(options.phrases),
        EditorView.contentAttributes.of({
          'aria-label': options.label,
          'aria-description': options.description,
        }),
        keymap.of([indentWithTab, ...historyKeymap, ...defaultKeymap]),
        EditorView.updateListener.of(({ state, docChanged, selectionSet }) => {
          if (!docChanged && !selectionSet) return;
          const { main } = state.selection;
          options.onchange(state.doc.toString(), { from: main.from, to: main.to });
        }),
      ],
    }),
  });
  return {
    focus: () => view.focus(),
    show(text, selected) {
      if (text === view.state.doc.toString()) return;
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        selection: { anchor: Math.min(selected.from, text.length) },
        scrollIntoView: true,
      });
    },
    mark(wrong) {
      const marks = wrong ? [{ ...wrong, severity: 'error' as const }] : [];
      view.dispatch(setDiagnostics(view.state, marks));
    },
    learn: (language) => view.dispatch({ effects: spoken.reconfigure(speaks(language)) }),
    close: () => view.destroy(),
  };
}
