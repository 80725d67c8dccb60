import { EngineError } from '../engine/errors';
import { format } from '../i18n/format';
import { words } from '../i18n/words';

/** The one file of a drop; throws an EngineError where there is none or several. */
export function onlyOne(files: readonly File[]): File {
  const [file, another] = files;
  if (!file) {
    throw new EngineError({ code: 'no-file', message: words.project.noFile, next: words.project.noFileNext });
  }
  if (another) {
    throw new EngineError({
      code: 'several-files',
      message: words.project.severalFiles(format.count(files.length)),
      next: words.project.severalFilesNext,
    });
  }
  return file;
}
