import {
  autocompletion,
  completionStatus,
  pickedCompletion,
  startCompletion,
  type Completion,
  type CompletionSource,
} from '@codemirror/autocomplete';
import { schemaCompletionSource, SQLDialect, type SQLNamespace } from '@codemirror/lang-sql';
import { syntaxTree } from '@codemirror/language';
import type { EditorState, Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { SqlColumn, SqlFunction, SqlLanguage } from '../../state/sql-language';
import { nameInSql } from '../../state/sql-names';

/** A word that names a column of these tables is coloured as a column and not as DuckDB's. */
function dialectOf({ keywords, types, functions, columns }: SqlLanguage): SQLDialect {
  const ours = new Set(columns.map(({ column }) => column.toLowerCase()));
  const words = (all: readonly string[]) => all.filter((word) => !ours.has(word)).join(' ');
  return SQLDialect.define({
    keywords: words(keywords),
    types: words(types),
    builtin: words(functions.map(({ name }) => name).filter((name) => !keywords.includes(name))),
    operatorChars: '+-*/<>=~!@%^&|?',
    specialVar: '',
    identifierQuotes: '"',
    caseInsensitiveIdentifiers: true,
    doubleDollarQuotedStrings: true,
  });
}

const ofColumn = ({ column, type, about }: SqlColumn): Completion => ({
  label: column,
  apply: nameInSql(column),
  type: 'property',
  detail: type,
  info: about,
  boost: 2,
});

const ofFunction = ({ name, takes, about }: SqlFunction): Completion => ({
  label: name,
  type: 'function',
  detail: `(${takes})`,
  ...(about ? { info: about } : {}),
  apply(view, completion, from, to) {
    const isCalled = view.state.sliceDoc(to, to + 1) === '(';
    view.dispatch({
      changes: { from, to, insert: isCalled ? name : `${name}()` },
      selection: { anchor: from + name.length + 1 },
      annotations: pickedCompletion.of(completion),
      userEvent: 'input.complete',
    });
  },
});

const isQuoted = (state: EditorState, at: number): boolean =>
  /String|Comment|Quoted/.test(syntaxTree(state).resolveInner(at, -1).name);

function byTable(columns: readonly SqlColumn[]): Map<string, SqlColumn[]> {
  const tables = new Map<string, SqlColumn[]>();
  for (const one of columns) tables.set(one.table, [...(tables.get(one.table) ?? []), one]);
  return tables;
}

/** Suggestions for a name without a dot: columns of the tables that the text names, functions and keywords. */
function loneWords({ keywords, types, functions, columns }: SqlLanguage): CompletionSource {
  const tables = byTable(columns);
  const others = [
    ...functions.map(ofFunction),
    ...keywords.map((label): Completion => ({ label, type: 'keyword', boost: -1 })),
    ...types
      .filter((label) => !keywords.includes(label))
      .map((label): Completion => ({ label, type: 'type', boost: -2 })),
  ];
  return (context) => {
    const { state, pos, explicit } = context;
    const word = context.matchBefore(/[\p{L}_][\p{L}\d_]*/u);
    const from = word?.from ?? pos;
    if ((!word && !explicit) || isQuoted(state, pos) || /[."]/.test(state.sliceDoc(from - 1, from)))
      return null;
    const said = new Set(
      state.doc
        .toString()
        .toLowerCase()
        .match(/[\p{L}_][\p{L}\d_]*/gu),
    );
    const read = [...tables.keys()].filter((table) => said.has(table.toLowerCase()));
    const offered = (read.length > 0 ? read : [...tables.keys()]).flatMap((table) => tables.get(table)!);
    const once = new Map(offered.map((one) => [one.column, one]));
    return { from, options: [...[...once.values()].map(ofColumn), ...others], validFor: /^[\p{L}\d_]*$/u };
  };
}

/** What follows a table or an alias, and the tables themselves. */
function schemaOf({ columns }: SqlLanguage): SQLNamespace {
  const tables = [...byTable(columns)].map(([table, its]): [string, SQLNamespace] => [
    table.replaceAll('.', '\\.'),
    {
      self: { label: table, apply: nameInSql(table), type: 'class', boost: 1 },
      children: its.map(ofColumn),
    },
  ]);
  return Object.fromEntries(tables);
}

/** Suggestions come with a letter or a dot that is typed, never with a text that is put in whole. */
const whileTyping = EditorView.updateListener.of(({ view, state, transactions }) => {
  if (!transactions.some((one) => one.isUserEvent('input.type')) || completionStatus(state) !== null) return;
  const { head } = state.selection.main;
  let isOneLetter = false;
  for (const one of transactions)
    one.changes.iterChanges((_from, _to, _start, _end, inserted) => {
      isOneLetter = inserted.length === 1;
    });
  const before = state.sliceDoc(Math.max(0, head - 60), head);
  if (isOneLetter && /(?:^|[^\p{L}\d_])[\p{L}_][\p{L}\d_]*\.?$|"\.$/u.test(before) && !isQuoted(state, head))
    startCompletion(view);
});

/** The engine's own dialect and what it has to suggest. */
export function speaks(language: SqlLanguage): Extension {
  const dialect = dialectOf(language);
  return [
    dialect.language,
    whileTyping,
    autocompletion({
      activateOnTyping: false,
      icons: false,
      override: [schemaCompletionSource({ dialect, schema: schemaOf(language) }), loneWords(language)],
    }),
  ];
}
