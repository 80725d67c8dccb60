import { PLACES } from '../analyses/define';
import type { ImportReport } from '../domain/report';
import { titledOf } from '../i18n/analysis-words';
import { format } from '../i18n/format';
import { shown } from '../i18n/shown';
import { words } from '../i18n/words';
import { hrefOf, tabHref, tabsOf, type Destination } from '../state/addresses';
import type { NavLink, NavTabs } from '../ui/navigation';
import { PLACE_ICONS } from './place-icons';

const LONGEST = 60;

/** The places of the rail, `here` being the one that holds the page on screen. */
export function placeLinks(here: Destination): NavLink[] {
  const { places, short } = words.pages.nav;
  const current =
    here.page === 'question'
      ? here.place
      : here.page === 'home'
        ? 'home'
        : here.page === 'customer'
          ? 'customers'
          : null;
  return PLACES.map((place) => ({
    ...{ href: hrefOf(place), label: places[place], icon: PLACE_ICONS[place] },
    ...(short[place] ? { short: short[place] } : {}),
    current: place === current ? 'true' : undefined,
  }));
}

/** What is apart below the places. `questions` are those about the file that nobody has answered. */
export function apartLinks(here: Destination, report: ImportReport, questions: number): NavLink[] {
  const { nav } = words.pages;
  const of = here.page === 'model' ? 'how' : here.page;
  const link = (page: 'sql' | 'data' | 'how'): NavLink => ({
    ...{ href: hrefOf(page), label: nav[page], icon: PLACE_ICONS[page] },
    current: of !== page ? undefined : here.page === 'model' ? 'true' : 'page',
  });
  return [
    link('sql'),
    { ...link('data'), badge: badgeOf(asideOf(report), questions) },
    link('how'),
    {
      ...{ href: '#/', label: nav.another, icon: PLACE_ICONS.another },
      current: here.page === 'start' ? 'page' : undefined,
    },
  ];
}

export const asideOf = (report: ImportReport): number =>
  report.rows_set_aside.reduce((sum, { rows }) => sum + rows, 0);

function badgeOf(aside: number, questions: number): NavLink['badge'] {
  if (aside + questions === 0) return null;
  const { badge } = words.pages.nav;
  const means = [
    aside > 0 ? badge.aside(format.count(aside)) : '',
    questions > 0 ? badge.questions(format.count(questions)) : '',
  ];
  return { text: format.count(aside + questions), means: format.list(means.filter(Boolean)) };
}

/** The place of a question and its tabs; a question with two doors is open in the place that it was entered by. */
export function tabsAt(here: Destination): NavTabs | null {
  if (here.page !== 'question' && here.page !== 'home') return null;
  const { place, tab } = here.page === 'home' ? { place: here.page, tab: null } : here;
  const glance: NavLink = {
    ...{ href: hrefOf('home'), label: words.home.tab },
    current: here.page === 'home' ? 'page' : undefined,
  };
  return {
    place: words.pages.nav.places[place],
    tabs: [
      ...(place === 'home' ? [glance] : []),
      ...tabsOf(place).map((door): NavLink => ({
        ...{ href: tabHref(door), label: titledOf(door.id).tab },
        current: door.tab === tab ? 'page' : undefined,
      })),
    ],
  };
}

/** The open files by the name of the first, and all of them. */
export function projectName({ files }: ImportReport): { name: string; whole: string } {
  const names = [...new Set(files.map(({ name }) => shown(name, LONGEST)))];
  const [first = '', ...others] = names;
  return {
    name: others.length > 0 ? words.pages.nav.project(first, format.count(others.length)) : first,
    whole: format.list(names),
  };
}
