import { words } from '../../i18n/words';
import { EngineError } from '../errors';

/**
 * A file of the app itself, by its path from the page. Throws `part-missing` where it does not arrive: the connection broke, or a
 * newer version has taken its place on the server.
 */
export async function partOfApp(path: string): Promise<Response> {
  const response = await fetch(new URL(path, document.baseURI)).catch(() => null);
  if (response?.ok && response.body) return response;
  throw new EngineError({
    code: 'part-missing',
    message: words.offline.partMissing,
    next: words.offline.partMissingNext,
  });
}
