export type ThemeChoice = 'system' | 'light' | 'dark';

const KEY = 'theme';
const isChoice = (text: string | null): text is ThemeChoice =>
  text === 'system' || text === 'light' || text === 'dark';

/** A browser that keeps nothing throws on access: the choice then lasts as long as the page. */
function read(): ThemeChoice {
  try {
    const kept = localStorage.getItem(KEY);
    return isChoice(kept) ? kept : 'system';
  } catch {
    return 'system';
  }
}

/** Light, dark, or as the computer is set: kept in this browser and set on the page's root. */
class Theme {
  choice = $state<ThemeChoice>(read());

  /** Called before the first picture, so that nothing flashes. */
  apply(): void {
    const { dataset } = document.documentElement;
    if (this.choice === 'system') delete dataset.theme;
    else dataset.theme = this.choice;
  }

  choose(choice: ThemeChoice): void {
    this.choice = choice;
    this.apply();
    try {
      localStorage.setItem(KEY, choice);
    } catch {
      // The page is shown as chosen; only the memory of it is missing.
    }
  }
}

export const theme = new Theme();
