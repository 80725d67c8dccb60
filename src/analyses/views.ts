import type { Component } from 'svelte';
import type { AnalysisViewProps } from './define';

/** The page of each analysis, by the name of its folder, loaded when it is first asked for. */
const found = import.meta.glob<{ default: Component<AnalysisViewProps> }>('./[!_]*/View.svelte');

export const views: ReadonlyMap<string, () => Promise<{ default: Component<AnalysisViewProps> }>> = new Map(
  Object.entries(found).map(([path, load]) => [path.split('/')[1] ?? path, load]),
);
