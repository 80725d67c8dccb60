import type { Analysis } from '../analyses/define';
import type { AnalysisParams } from '../engine/call-contract';
import type { Settings as Kept } from '../storage/schema';
import { fileKeys, type FileKey } from './file-keys';
import { project } from './project.svelte';

const nameOf = (analysis: string, param: string) => `${analysis}.${param}`;

/** Names of what is kept in a person's own words. */
const OWN_WORDS = /^(sql|segment)\./;

/** The text holds the name as a whole: “17” is not in “2017”, nor in its query form. */
const namesIt = (text: string, name: string): boolean => {
  const whole = (one: string) =>
    new RegExp(`(?<![\\p{L}\\p{N}])${one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'iu');
  return name !== '' && [name, encodeURIComponent(name)].some((one) => whole(one).test(text));
};

/** What a person has set once and wants to find again, such as the cuts of RFM: kept with the project, by analysis and parameter. */
class Settings {
  #values: Kept = {};
  /** The files that they were set for. */
  #files: readonly FileKey[] = [];
  #listeners = new Set<() => void>();
  #watchers = new Set<() => void>();
  #forgotten: readonly string[] = [];

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

  /**
   * Takes away all in a person's own words (their SQL, names of segments) that names somebody by one of these texts. Gives what puts it
   * back.
   */
  forget(names: readonly string[]): () => void {
    const before = this.#values;
    const isNamed = (text: string) => names.some((name) => namesIt(text, name));
    this.#forgotten = names;
    this.#become(
      Object.fromEntries(
        Object.entries(before).filter(
          ([key, value]) => !(OWN_WORDS.test(key) && (isNamed(key) || isNamed(String(value)))),
        ),
      ),
    );
    return () => {
      this.#forgotten = [];
      this.#become(before);
    };
  }

  /** The text names somebody who was forgotten last. */
  isForgotten(text: string): boolean {
    return this.#forgotten.some((name) => namesIt(text, name));
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
