import { markAt, type Mark } from './marks';
import { tipAt, type Tip } from './tip';
import { step } from '../ui/walk';
import { words } from '../i18n/words';

/** What the walk needs to know of the picture at the moment of a key or a pointer. */
interface Stage {
  marks: readonly Mark[];
  announce: (text: string) => void;
  /** A mark was chosen, by Enter or a click. */
  onmark: ((mark: Mark) => void) | undefined;
}

const spoken = ({ title, facts }: Mark): string => words.charts.spokenMark(title, facts.join(', '));

/** The mark under the keyboard or the pointer in a picture of bars, columns, layers, streams or curves. */
export class MarksWalk {
  /** Place of the mark under the keyboard in the list of marks. */
  at = $state(0);
  tip = $state<Tip | null>(null);
  focused = $state(false);
  #stage: () => Stage;
  #lit: Element | null = null;

  constructor(stage: () => Stage) {
    this.#stage = stage;
  }

  /** The mark under the keyboard, if the picture has any. */
  get mark(): Mark | null {
    const { marks } = this.#stage();
    return marks[Math.min(this.at, marks.length - 1)] ?? null;
  }

  key = (event: KeyboardEvent & { currentTarget: HTMLElement }): void => {
    const { mark } = this;
    if (!mark || event.altKey || event.metaKey) return;
    if (event.key === 'Escape') return this.#hide();
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#stage().onmark?.(mark);
      return;
    }
    const next = this.#after(mark, event);
    if (!next) return;
    event.preventDefault();
    this.at = this.#stage().marks.indexOf(next);
    this.#show(next, event.currentTarget);
    this.#stage().announce(spoken(next));
  };

  enter = (event: FocusEvent & { currentTarget: HTMLElement }): void => {
    this.focused = event.currentTarget.matches(':focus-visible');
    if (this.focused && this.mark) this.#show(this.mark, event.currentTarget);
  };

  leave = (): void => {
    this.focused = false;
    this.#hide();
  };

  point = (event: PointerEvent & { currentTarget: HTMLElement }): void => {
    const over = this.#under(event);
    if (over) this.#show(over, event.currentTarget);
    else this.#hide();
  };

  click = (event: MouseEvent & { currentTarget: HTMLElement }): void => {
    const over = this.#under(event);
    if (!over) return;
    this.at = this.#stage().marks.indexOf(over);
    this.#stage().onmark?.(over);
  };

  /** The pointer left, or there is another picture: what was said would be in the wrong place. */
  forget = (): void => this.#hide();

  /** A column has its own rows: the one of the same row number, else the nearest. */
  #after(mark: Mark, { key, ctrlKey }: KeyboardEvent): Mark | null {
    const marks = this.#stage().marks.toSorted((one, other) => one.row - other.row);
    const columns = marks
      .map(({ column }) => column)
      .sort((one, other) => one - other)
      .filter((column, at, all) => column !== all[at - 1]);
    const inColumn = marks.filter(({ column }) => column === mark.column);
    const here = { row: inColumn.indexOf(mark), column: columns.indexOf(mark.column) };
    const to = step(here, key, ctrlKey, inColumn.length, columns.length);
    if (!to) return null;
    if (to.column === here.column) return inColumn[to.row] ?? null;
    const there = marks.filter(({ column }) => column === columns[to.column]);
    const wanted = to.row === here.row ? mark.row : (inColumn[to.row]?.row ?? mark.row);
    return there.reduce<Mark | null>(
      (best, one) => (best && Math.abs(best.row - wanted) <= Math.abs(one.row - wanted) ? best : one),
      null,
    );
  }

  #under(event: MouseEvent & { currentTarget: HTMLElement }): Mark | null {
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    return markAt(this.#stage().marks, x, y, event.target);
  }

  #show(mark: Mark, canvas: HTMLElement): void {
    const holder = canvas.closest('[data-tip-holder]');
    if (!holder) return;
    const [box, outer] = [canvas.getBoundingClientRect(), holder.getBoundingClientRect()];
    const x = box.left - outer.left + mark.x + mark.width / 2;
    const y = box.top - outer.top + mark.y + mark.height / 2;
    this.#light(mark.over ?? null);
    this.tip = tipAt(mark.title, [...mark.facts], Math.max(0, Math.min(x, outer.width)), y, outer.width);
  }

  #hide(): void {
    this.#light(null);
    this.tip = null;
  }

  #light(element: Element | null): void {
    this.#lit?.removeAttribute('data-lit');
    this.#lit = element;
    element?.setAttribute('data-lit', '');
  }
}
