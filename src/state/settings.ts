import type { Analysis } from '../analyses/define';
import type { AnalysisParams } from '../engine/call-contract';
import type { Settings as Kept } from '../storage/schema';
import { fileKeys, type FileKey } from './file-keys';
import { project } from './project.svelte';

const nameOf = (analysis: string, param: string) => `${analysis}.${param}`;

/** What a person has set once and wants to find again, such as the cuts of RFM: kept with the project, by analysis and parameter. */
class Settings {
  #values: Kept = {};
  /** The files that they were set for. */
  #files: readonly FileKey[] = [];
  #listeners = new Set<() => void>();
  #watchers = new Set<() => void>();

  get values(): Kept {
    return this.#values;
  }

  /** No file is open that anything was set for. */
  get isOfNothing(): boolean {
    return this.#files.length === 0;
  }

  /** Told after a person has set something. */
  onSet(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** Told whenever the values are others, whoever set them. */
  onChange(watcher: () => void): void {
    this.#watchers.add(watcher);
  }

  /** What was kept with files that are about to be opened again. */
  found(values: Kept, files: readonly FileKey[]): void {
    this.#files = files;
    this.#become(values);
  }

  /** Keep a text by a name of its own; null takes it away. */
  keep(name: string, value: string | null): void {
    const { [name]: _before, ...others } = this.#values;
    this.#become(value === null ? others : { ...others, [name]: value });
    for (const listener of this.#listeners) listener();
  }

  /** The parameters of an analysis that were set; what does not have their form any more is left out. */
  of({ id, params }: Analysis): AnalysisParams {
    return Object.fromEntries(
      params.flatMap((spec) => {
        if (spec.kind !== 'pattern' || !spec.kept) return [];
        const value = this.#values[nameOf(id, spec.name)];
        const isGood = typeof value === 'string' && new RegExp(`^(?:${spec.pattern})$`).test(value);
        return [[spec.name, isGood ? value : spec.default]];
      }),
    );
  }

  /** Take in what a person has changed; what is as usual is not kept. */
  set({ id, params }: Analysis, changed: AnalysisParams): void {
    const specs = params.filter((spec) => spec.kind === 'pattern' && spec.kept && spec.name in changed);
    if (specs.length === 0) return;
    const values = { ...this.#values };
    for (const { name, default: usual } of specs) {
      const value = changed[name];
      if (typeof value === 'string' && value !== usual) values[nameOf(id, name)] = value;
      else delete values[nameOf(id, name)];
    }
    this.#become(values);
    for (const listener of this.#listeners) listener();
  }

  /** Files that are all others are another shop, or another year of it: what was set in plain numbers was not meant for them. */
  belong(): void {
    const { source } = project;
    const files = source ? fileKeys(source) : [];
    if (!files.some((file) => this.#files.includes(file))) this.#become({});
    this.#files = files;
  }

  #become(values: Kept): void {
    this.#values = values;
    for (const watcher of this.#watchers) watcher();
  }
}

export const settings = new Settings();
