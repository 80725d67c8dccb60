import { words } from '../../i18n/words';
import { EngineError } from '../errors';

const missing = () =>
  new EngineError({
    code: 'part-missing',
    message: words.offline.partMissing,
    next: words.offline.partMissingNext,
  });

/**
 * A file of the app itself, by its path from the page. Throws `part-missing` where it does not arrive: the connection broke, or a
 * newer version has taken its place on the server.
 */
export async function partOfApp(path: string): Promise<Response> {
  const response = await fetch(new URL(path, document.baseURI)).catch(() => null);
  if (response?.ok && response.body) return response;
  throw missing();
}

/** A module that is loaded with its first use: `moduleOfApp(() => import('…'))`. Throws `part-missing` where it does not arrive. */
export const moduleOfApp = <Module>(load: () => Promise<Module>): Promise<Module> =>
  load().catch(() => Promise.reject(missing()));

const texts = new Map<string, Promise<string>>();

/**
 * The text of a worker. Asked for once: one that has to start again must not depend on the server, where a newer version may have taken
 * its place.
 */
export function textOfApp(path: string): Promise<string> {
  let text = texts.get(path);
  if (text) return text;
  text = partOfApp(path).then((response) => response.text());
  texts.set(path, text);
  text.catch(() => texts.delete(path));
  return text;
}
