import { PLACES } from '../../analyses/define';
import { analyses } from '../../analyses/registry';
import { titledOf } from '../../i18n/analysis-words';
import { words } from '../../i18n/words';
import { addressOf, tabsOf } from '../../state/addresses';
import { scope } from '../../state/scope/scope.svelte';
import type { Entry, Provider } from './entry';
import { folded } from '../../domain/folded';
import { scoreOf } from './match';

/** The term of the trade that was meant, so that its line says why it is there. */
const termIn = (also: string, typed: string): string | undefined =>
  also.split(', ').find((term) => folded(term).includes(typed));

/** Every question, by the owner's words and by the trade's. */
export const questions: Provider = {
  find: (text) => {
    const typed = folded(text);
    const found = [...analyses.values()].flatMap(({ id, tabs }): Entry[] => {
      const { title, tab, question, also } = titledOf(id);
      const place = words.pages.nav.places[tabs[0].place];
      const [label, around] = [folded(title), folded(`${tab}, ${also}, ${question}, ${place}`)];
      const score = scoreOf(typed, label, around);
      if (score === null) return [];
      const term = scoreOf(typed, label) === null ? termIn(also, typed) : undefined;
      return [
        {
          ...{ id: `question-${id}`, kind: 'questions', label: title, detail: term ?? question, score },
          where: words.palette.where(place, tab),
          run: () => scope.go(addressOf(id)),
        },
      ];
    });
    return Promise.resolve(found);
  },
};

/** Places, and the pages apart from them: also what is listed before anything is typed. */
export const places: Provider = {
  find: (text) => {
    const typed = folded(text);
    const { nav } = words.pages;
    const said = words.palette.pages;
    const all: [string, string, string][] = [
      ...PLACES.map((place): [string, string, string] => [
        place,
        nav.places[place],
        tabsOf(place)
          .map(({ id }) => titledOf(id).tab)
          .join(', '),
      ]),
      ...(['sql', 'data', 'how'] as const).map((page): [string, string, string] => [
        page,
        nav[page],
        said[page],
      ]),
      ['trust', words.pages.titles.trust, said.trust],
    ];
    return Promise.resolve(
      all.flatMap(([address, label, detail]): Entry[] => {
        // The tabs of a place are questions, which are found as such.
        const by = (PLACES as readonly string[]).includes(address) ? '' : folded(detail);
        const score = typed === '' ? 0 : scoreOf(typed, folded(label), by);
        const run = () => scope.go(address);
        return score === null ? [] : [{ id: `place-${address}`, kind: 'places', label, detail, score, run }];
      }),
    );
  },
};
