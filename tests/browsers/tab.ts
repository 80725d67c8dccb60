import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { STEP_MS, type Driver } from './driver';

export interface GivenFile {
  name: string;
  bytes: Uint8Array;
}

type Told = { value: unknown } | { failed: string };

/** The page in a browser, with what a person does there. `folder` is where files lie that the file button is given. */
export class Tab {
  readonly driver: Driver;
  readonly #folder: string;

  constructor(driver: Driver, folder: string) {
    this.driver = driver;
    this.#folder = folder;
  }

  /** Run a function in the page: it sees its arguments and nothing else of ours. Rejects with what it throws, as text. */
  async evaluate<A extends unknown[], R>(run: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    const script = `const tell = arguments[arguments.length - 1];
      const args = [...arguments].slice(0, -1);
      const say = (error) => error && error.code ? JSON.stringify(error) : String(error);
      (async () => (${run.toString()})(...args))().then(
        (value) => tell({ value: value === undefined ? null : value }),
        (error) => tell({ failed: say(error) }));`;
    const told = (await this.driver.runAsync(script, args)) as Told;
    if ('failed' in told) throw new Error(told.failed);
    return told.value as Awaited<R>;
  }

  /** Wait until the function gives something, and give that back. */
  async until<A extends unknown[], R>(what: string, run: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    const end = Date.now() + STEP_MS;
    for (;;) {
      const found = await this.evaluate(run, ...args);
      if (found) return found;
      if (Date.now() > end)
        throw new Error(`${what} did not come; the page says: ${(await this.text()).slice(0, 600)}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  text(): Promise<string> {
    return this.evaluate(() => document.body.innerText);
  }

  /** Wait until the page says this. */
  says(words: string): Promise<boolean> {
    return this.until(`"${words}"`, (part) => document.body.innerText.includes(part), words);
  }

  /** Press the button or link of this name, once it is there and can be pressed. */
  press(name: string): Promise<boolean> {
    return this.until(
      `the button "${name}"`,
      (label) => {
        const all = [...document.querySelectorAll<HTMLElement>('button:not(:disabled), nav a')];
        const one = all.find((each) => each.textContent.trim() === label);
        one?.click();
        return one !== undefined;
      },
      name,
    );
  }

  /** Give a file through the page's file button, as its dialog would. */
  async choose({ name, bytes }: GivenFile): Promise<void> {
    const file = path.join(this.#folder, name);
    writeFileSync(file, bytes);
    await this.until('the file button', () => document.querySelector('input[type=file]') !== null);
    await this.driver.type('input[type=file]', file);
  }

  /** Drop a file on the window. */
  async drop({ name, bytes }: GivenFile): Promise<void> {
    await this.evaluate(
      (fileName, text) => {
        const content = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
        const data = new DataTransfer();
        data.items.add(new File([content], fileName));
        dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
      },
      name,
      Buffer.from(bytes).toString('base64'),
    );
  }

  /** The sentences of what has gone wrong, as they are seen. */
  problems(): Promise<string[]> {
    return this.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[role=alert]')]
        .map((one) => one.innerText.trim())
        .filter((text) => text !== ''),
    );
  }

  /** Reload as a person does. The drivers' own command goes past the service worker in Firefox. */
  async reload(): Promise<void> {
    await this.evaluate(() => {
      Object.assign(window, { isLeft: true });
      setTimeout(() => location.reload());
    });
    const end = Date.now() + STEP_MS;
    for (let isNew = false; !isNew;) {
      if (Date.now() > end) throw new Error('the page was not reloaded');
      await new Promise((resolve) => setTimeout(resolve, 200));
      // Between two pages there is none that could answer.
      isNew = await this.evaluate(() => !('isLeft' in window)).catch(() => false);
    }
    await this.ready();
  }

  /** Wait for the app, and for its engine. */
  async ready(): Promise<void> {
    await this.until('the app', () => typeof window.regulars === 'object');
    await this.evaluate(() => window.regulars.ready);
  }
}
