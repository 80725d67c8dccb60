import { words } from '../../i18n/words';
import { project } from '../../state/project.svelte';
import { route } from '../../state/route.svelte';
import { theme, type ThemeChoice } from '../../state/theme.svelte';
import { figuresOnScreen } from '../figures-on-screen';
import type { Entry, Provider } from './entry';
import { folded } from '../../domain/folded';
import { scoreOf } from './match';

type Action = Pick<Entry, 'id' | 'label' | 'run'> & { also: string; detail?: string };

async function closeFile(): Promise<void> {
  await project.close();
  route.go('');
}

function all(): Action[] {
  const said = words.palette.actions;
  const looks = Object.entries(said.looks) as [ThemeChoice, { label: string; also: string }][];
  const saves = figuresOnScreen().flatMap(({ finding, savePicture, saveTable }, at): Action[] => [
    ...(savePicture
      ? [{ id: `picture-${at}`, ...said.savePicture, detail: finding(), run: savePicture }]
      : []),
    { id: `table-${at}`, ...said.saveTable, detail: finding(), run: saveTable },
  ]);
  return [
    ...looks.map(([choice, look]) => ({
      ...{ id: `look-${choice}`, ...look, detail: words.pages.theme },
      run: () => theme.choose(choice),
    })),
    ...saves,
    { id: 'print', ...said.print, run: () => print() },
    { id: 'another', label: words.pages.nav.another, also: said.another, run: () => route.go('') },
    { id: 'close', ...said.close, run: () => void closeFile() },
  ];
}

export const actions: Provider = {
  find: (text) => {
    const typed = folded(text);
    return Promise.resolve(
      all().flatMap(({ also, ...action }): Entry[] => {
        const score = scoreOf(typed, folded(action.label), folded(also));
        return score === null ? [] : [{ ...action, kind: 'actions', score }];
      }),
    );
  },
};
