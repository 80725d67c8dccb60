import { nameOf, type Layout } from './draw-lines';
import type { HeatmapData, Place } from './heatmap';
import { factsOf } from './labels';
import { drawable, type Line, type LinePoint, type LinesData } from './lines';
import { tipAt, type Tip } from './tip';
import { step, type Position } from '../ui/walk';
import { words } from '../i18n/words';

interface Stage {
  data: LinesData;
  layout: Layout;
  announce: (text: string) => void;
}

/** The point under the keyboard or the pointer on a chart of lines. Up and down change the line, not the value. */
export class LinesWalk {
  at = $state<Position>({ row: 0, column: 0 });
  tip = $state<Tip | null>(null);
  focused = $state(false);
  #stage: () => Stage;

  constructor(stage: () => Stage) {
    this.#stage = stage;
  }

  /** Centre of the ring around the point under the keyboard; null where the line has no value there. */
  get ring(): { x: number; y: number } | null {
    const { layout } = this.#stage();
    const { point } = this.#point(this.at);
    return point && drawable(point) ? { x: layout.x(point.age), y: layout.y(point.value) } : null;
  }

  key = (event: KeyboardEvent): void => {
    const { data, announce } = this.#stage();
    if (event.altKey || event.metaKey) return;
    if (event.key === 'Escape') this.tip = null;
    const next = step(this.at, event.key, event.ctrlKey, data.lines.length, data.ages.length);
    if (!next) return;
    event.preventDefault();
    this.at = next;
    this.#show(next);
    const { line, age, facts } = this.#told(next);
    if (line) announce(words.charts.spoken(nameOf(line, 80), data.age_label(age), facts.join(', ')));
  };

  enter = (event: FocusEvent & { currentTarget: HTMLElement }): void => {
    this.focused = event.currentTarget.matches(':focus-visible');
    if (this.focused) this.#show(this.at);
  };

  leave = (): void => {
    this.focused = false;
    this.tip = null;
  };

  point = (event: PointerEvent & { currentTarget: HTMLElement }): void => {
    const { data, layout } = this.#stage();
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    let nearest: { position: Position; distance: number } | null = null;
    for (const [row, line] of data.lines.entries())
      for (const point of line.points) {
        if (!drawable(point)) continue;
        const distance = Math.hypot(layout.x(point.age) - x, layout.y(point.value) - y);
        const position = { row, column: data.ages.indexOf(point.age) };
        if (!nearest || distance < nearest.distance) nearest = { position, distance };
      }
    if (nearest && nearest.distance < 40) this.#show(nearest.position);
    else this.tip = null;
  };

  #point({ row, column }: Position): { line: Line | undefined; point: LinePoint | undefined; age: number } {
    const { data } = this.#stage();
    const line = data.lines[Math.min(row, data.lines.length - 1)];
    const age = data.ages[Math.min(column, data.ages.length - 1)] ?? 0;
    return { line, point: line?.points.find((point) => point.age === age), age };
  }

  #told(at: Position): { line: Line | undefined; age: number; facts: string[] } {
    const { data } = this.#stage();
    const { line, point, age } = this.#point(at);
    const cell = line && point ? { ...point, row: line.key } : null;
    const look = !cell ? 'hollow' : cell.of < 5 ? 'counts' : cell.pale ? 'pale' : 'full';
    const place: Place = {
      row: line?.key ?? '',
      label: line?.label ?? '',
      age,
      column: age,
      look,
      step: null,
      open: false,
      cell,
    };
    const facts = factsOf(place, { ...data, rows: [], cells: [] } satisfies HeatmapData);
    return { line, age, facts };
  }

  #show(at: Position): void {
    const { data, layout } = this.#stage();
    const { line, age, facts } = this.#told(at);
    const { point } = this.#point(at);
    if (!line) return;
    const y = point && drawable(point) ? layout.y(point.value) : layout.bottom;
    this.tip = tipAt(`${nameOf(line, 80)}, ${data.age_label(age)}`, facts, layout.x(age), y, layout.width);
  }
}
