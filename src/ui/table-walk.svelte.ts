import { tick } from 'svelte';
import { ROW_HEIGHT } from './table-rows';
import { step, type Position } from './walk';

/** What the walk needs to know of the table at the moment of a key. */
export interface TableStage {
  /** Begins the ids of the cells. */
  id: string;
  /** Rows with the head, which is row 0. */
  rows: number;
  columns: number;
  /** What scrolls; null before it is there. */
  box: HTMLElement | null | undefined;
  /** Draw the rows that are in sight now. */
  onscrolled: () => void;
}

const CONTROLS = 'a, button, input, select';

export const cellId = (id: string, { row, column }: Position): string => `${id}-${row}-${column}`;

/**
 * A table is one tab stop: arrow keys go from cell to cell, Enter follows a link, sorts by a head or enters a control, and Escape
 * leaves the control. The focus stays on the table, since rows out of sight are not in the page.
 */
export class TableWalk {
  #at = $state<Position>({ row: 0, column: 0 });
  #stage: () => TableStage;

  constructor(stage: () => TableStage) {
    this.#stage = stage;
  }

  /** The cell under the keyboard, kept inside the table when that shrinks. */
  get at(): Position {
    const { rows, columns } = this.#stage();
    return {
      row: Math.min(this.#at.row, rows - 1),
      column: Math.max(0, Math.min(this.#at.column, columns - 1)),
    };
  }

  key = (event: KeyboardEvent & { currentTarget: HTMLElement }): void => {
    if (event.target !== event.currentTarget) {
      if (event.key === 'Escape') event.currentTarget.focus();
      return;
    }
    if (event.altKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#use();
      return;
    }
    const { rows, columns } = this.#stage();
    const next = step(this.at, event.key, event.ctrlKey, rows, columns);
    if (!next) return;
    event.preventDefault();
    void this.#go(next);
  };

  /** A pointer chooses the cell that the keyboard goes on from. */
  point = (row: number, column: number): void => {
    this.#at = { row, column };
  };

  async #go(to: Position): Promise<void> {
    this.#at = to;
    const { id, box, onscrolled } = this.#stage();
    if (box && to.row > 0) {
      const top = (to.row - 1) * ROW_HEIGHT;
      const room = box.clientHeight - 2 * ROW_HEIGHT;
      if (top < box.scrollTop || top > box.scrollTop + room) {
        box.scrollTop = top < box.scrollTop ? top : top - room;
        onscrolled();
      }
    }
    await tick();
    document.getElementById(cellId(id, to))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  #use(): void {
    const control = document
      .getElementById(cellId(this.#stage().id, this.at))
      ?.querySelector<HTMLElement>(CONTROLS);
    if (control instanceof HTMLAnchorElement || control instanceof HTMLButtonElement) control.click();
    else control?.focus();
  }
}
