import type { Grid } from './draw-heatmap';
import { AVERAGE, columnsOf, type HeatmapData, type Place } from './heatmap';
import { factsOf, rowLabel, spoken, whenOf } from './labels';
import { tipAt, type Tip } from './tip';
import { step, type Position } from '../ui/walk';

/** What the walk needs to know of the picture at the moment of a key or a pointer. */
export interface Stage {
  places: Place[][];
  data: HeatmapData;
  grid: Grid;
  announce: (text: string) => void;
  onpick: ((picked: { row: string; age: number }) => void) | undefined;
}

/** The place under the keyboard, the tooltip, and what a key or a pointer does to them. */
export class HeatmapWalk {
  at = $state<Position>({ row: 0, column: 0 });
  tip = $state<Tip | null>(null);
  focused = $state(false);
  #stage: () => Stage;
  #picture: HTMLElement | null = null;

  constructor(stage: () => Stage) {
    this.#stage = stage;
  }

  /** The place the keyboard stands on, kept inside the grid when the grid shrinks. */
  get position(): Position {
    const { places, data } = this.#stage();
    const last = (length: number, index: number) => Math.max(0, Math.min(length - 1, index));
    return { row: last(places.length, this.at.row), column: last(columnsOf(data).length, this.at.column) };
  }

  /** Left and top of the frame around the place under the keyboard, in pixels of the picture. */
  get frame(): { left: number; top: number } {
    const { cellWidth, cellHeight } = this.#stage().grid;
    return { left: this.position.column * cellWidth, top: this.position.row * cellHeight };
  }

  key = (event: KeyboardEvent & { currentTarget: HTMLElement }): void => {
    const { places, data, announce } = this.#stage();
    if (event.altKey || event.metaKey) return;
    if (event.key === 'Escape') {
      this.tip = null;
      return;
    }
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#pick(this.position);
      return;
    }
    const next = step(this.position, event.key, event.ctrlKey, places.length, columnsOf(data).length);
    if (!next) return;
    event.preventDefault();
    this.at = next;
    this.#show(next, event.currentTarget);
    const place = places[next.row]?.[next.column];
    if (place) announce(spoken(place, data));
  };

  enter = (event: FocusEvent & { currentTarget: HTMLElement }): void => {
    this.focused = event.currentTarget.matches(':focus-visible');
    this.#picture = event.currentTarget;
    if (this.focused) this.#show(this.position, event.currentTarget);
  };

  /** Keeps the place under the keyboard in sight: an attachment of the frame around it. */
  follow = (frame: HTMLElement): void => {
    void this.frame;
    frame.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };

  scrolled = (): void => {
    if (this.focused && this.#picture) this.#show(this.position, this.#picture);
    else this.tip = null;
  };

  leave = (): void => {
    this.focused = false;
    this.tip = null;
  };

  point = (event: PointerEvent & { currentTarget: HTMLElement }): void => {
    const over = this.#under(event);
    if (over) this.#show(over, event.currentTarget);
    else this.tip = null;
  };

  click = (event: MouseEvent & { currentTarget: HTMLElement }): void => {
    const over = this.#under(event);
    if (!over) return;
    this.at = over;
    this.#pick(over);
  };

  #under(event: MouseEvent & { currentTarget: HTMLElement }): Position | null {
    const { places, data, grid } = this.#stage();
    const box = event.currentTarget.getBoundingClientRect();
    const row = Math.floor((event.clientY - box.top) / grid.cellHeight);
    const column = Math.floor((event.clientX - box.left) / grid.cellWidth);
    const inside = row >= 0 && column >= 0 && row < places.length && column < columnsOf(data).length;
    return inside ? { row, column } : null;
  }

  #show(at: Position, picture: HTMLElement): void {
    const { places, data, grid } = this.#stage();
    const place = places[at.row]?.[at.column];
    const holder = picture.closest('[data-tip-holder]');
    if (!place || !holder) return;
    const box = picture.getBoundingClientRect();
    const outer = holder.getBoundingClientRect();
    const x = box.left - outer.left + (at.column + 0.5) * grid.cellWidth;
    const y = box.top - outer.top + (at.row + 0.5) * grid.cellHeight;
    const title = `${rowLabel(place)}, ${whenOf(place, data)}`;
    this.tip = tipAt(title, factsOf(place, data), x, y, outer.width);
  }

  /** A place that has not begun, be it likely, or the pooled row, has no customers of its own to open. */
  #pick(at: Position): void {
    const { places, onpick } = this.#stage();
    const place = places[at.row]?.[at.column];
    if (place?.cell && !place.cell.likely && place.row !== AVERAGE)
      onpick?.({ row: place.row, age: place.age });
  }
}
