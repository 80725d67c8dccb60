import type { Component } from 'svelte';
import type { AnalysisViewProps, TileProps } from './define';

/** The page of each analysis, by the name of its folder, loaded when it is first asked for. */
const found = import.meta.glob<{ default: Component<AnalysisViewProps> }>('./[!_]*/View.svelte');

const foundTiles = import.meta.glob<{ default: Component<TileProps> }>('./[!_]*/Tile.svelte');

const byFolder = <Loaded>(files: Record<string, Loaded>): ReadonlyMap<string, Loaded> =>
  new Map(Object.entries(files).map(([path, load]) => [path.split('/')[1] ?? path, load]));

export const views = byFolder(found);
/** What each analysis shows on Home. */
export const tiles = byFolder(foundTiles);
