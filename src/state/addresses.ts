import { PLACES, type Place } from '../analyses/define';
import { analyses } from '../analyses/registry';

/** A question in the tabs of a place. */
export interface Door {
  id: string;
  place: Place;
  tab: string;
}

/** What an address leads to. `start`: the page that asks for a file. */
export type Destination =
  | { page: 'question'; id: string; place: Place; tab: string }
  | { page: 'customer'; customer: string }
  | { page: 'model'; model: string }
  | { page: 'home' }
  | { page: 'data' | 'sql' | 'how' | 'trust' | 'start' };

const PAGES = ['data', 'sql', 'how', 'trust'] as const;
/** The place that has a page of its own beside its questions. */
const HOME = 'home';
const CUSTOMER = 'customer/';
const MODEL = 'how/';
/** Addresses of earlier versions that were no question. */
const MOVED: ReadonlyMap<string, string> = new Map([['report', 'data']]);

const doors: readonly (Door & { order: number })[] = [...analyses.values()]
  .flatMap(({ id, tabs }) => tabs.map((tab) => ({ id, ...tab })))
  .toSorted((one, other) => one.order - other.order);

const isPlace = (text: string): text is Place => (PLACES as readonly string[]).includes(text);

/** The questions of a place, in the order of its tabs. */
export const tabsOf = (place: Place): Door[] => doors.filter((door) => door.place === place);

/** The address of a question by its id; of a page, its name. */
export function addressOf(id: string): string {
  const first = analyses.get(id)?.tabs[0];
  return first ? `${first.place}/${first.tab}` : id;
}

export const hrefOf = (id: string): string => `#/${addressOf(id)}`;
export const tabHref = ({ place, tab }: Door): string => `#/${place}/${tab}`;

/** The address of a customer's page; the key may hold anything. */
export const customerHref = (key: string): string => `#/${CUSTOMER}${encodeURIComponent(key)}`;

/** Where a path that is out of date leads now: an id of a question, a renamed page, a tab that a place does not have. Else null. */
export function newAddress(path: string): string | null {
  const [place = '', tab] = path.split('/');
  if (isPlace(place)) return tab === undefined || doorAt(place, tab) ? null : place;
  const now = MOVED.get(path) ?? addressOf(path);
  return now === path ? null : now;
}

export function destinationOf(path: string): Destination {
  const [place = '', tab] = path.split('/');
  if (path === HOME) return { page: 'home' };
  const door = isPlace(place) ? (tab === undefined ? tabsOf(place)[0] : doorAt(place, tab)) : undefined;
  if (door) return { page: 'question', id: door.id, place: door.place, tab: door.tab };
  const customer = path.startsWith(CUSTOMER) ? decoded(path.slice(CUSTOMER.length)) : null;
  if (customer !== null) return { page: 'customer', customer };
  if (path.startsWith(MODEL) && path !== MODEL) return { page: 'model', model: path.slice(MODEL.length) };
  return { page: PAGES.find((page) => page === path) ?? 'start' };
}

const doorAt = (place: Place, tab: string) => doors.find((door) => door.place === place && door.tab === tab);

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
