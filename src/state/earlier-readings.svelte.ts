import { DEFINITIONS } from '../domain/definitions';
import type { Row } from '../domain/table';
import { project } from './project.svelte';
import { rowsBehind } from './question.svelte';

/** What an earlier version of the definitions made of the file that is open: said once, until the person has seen it. */
class EarlierReadings {
  /** Figures that have changed; empty where none has, or nothing is to be said. */
  rows = $state.raw<Row[]>([]);

  #version = DEFINITIONS;

  /** The version that goes with what is kept: the earlier one until its changes were seen. */
  get version(): number {
    return this.#version;
  }

  /** What is about to be opened was kept under this version. */
  found(version: number): void {
    this.#version = version;
  }

  clear(): void {
    this.#version = DEFINITIONS;
    this.rows = [];
  }

  /** Compare what is open now, where it was kept under an earlier version. */
  async look(): Promise<void> {
    const { built } = project;
    this.rows = [];
    if (!built || this.#version >= DEFINITIONS || !project.report?.identified.customers) return;
    try {
      const { rows } = await rowsBehind({ kind: 'earlier_readings' }, 10);
      // Other files may have come meanwhile, or the person has seen it.
      if (project.built === built && this.#version < DEFINITIONS) this.rows = rows;
    } catch (error) {
      if (project.built === built) project.say(error);
    }
  }
}

export const earlierReadings = new EarlierReadings();
