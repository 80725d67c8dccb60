import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/run.mjs';
import { circlesOf, importGraph } from '../helpers/import-graph';

/** A folder with more files than this is read as a heap. */
const MOST_FILES = 15;

test('a circle is found, and a chain is none', () => {
  const graph = { a: ['b'], b: ['c'], c: ['b'], d: ['a'], e: ['e'] };
  expect(circlesOf(new Map(Object.entries(graph)))).toEqual([['b', 'c'], ['e']]);
});

test('the graph sees types, parts of components and code read later', () => {
  const graph = importGraph(['src', 'workers']);
  expect(graph.get('src/domain/choices.ts')).toContain('src/domain/attribute-level.ts');
  expect(graph.get('src/pages/AnalysisPage.svelte')).toContain('src/pages/FitProgress.svelte');
  expect(graph.get('workers/engine.worker.ts')).toContain('workers/engine/host/start.ts');
});

test('nothing imports itself, in however many steps', () => {
  expect(circlesOf(importGraph(['src', 'workers']))).toEqual([]);
});

test('no room of the engine is a heap', () => {
  const folder = path.join(root, 'workers/engine');
  const rooms = readdirSync(folder, { recursive: true, withFileTypes: true });
  const counts = new Map<string, number>();
  for (const one of rooms.filter((entry) => entry.isFile()))
    counts.set(one.parentPath, (counts.get(one.parentPath) ?? 0) + 1);
  const heaps = [...counts].filter(([, files]) => files > MOST_FILES);
  expect(counts.size).toBeGreaterThan(5);
  expect(heaps.map(([room]) => path.relative(root, room))).toEqual([]);
});
