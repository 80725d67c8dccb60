import type { Problem } from '../domain/outcome';
import { words } from '../i18n/words';
import { keeping } from './keeping.svelte';

/** A page of the app did not arrive while a file is open: what becomes of that file where the page is loaded again. */
export const pageMissing = (): Problem => ({
  code: 'part-missing',
  message: words.offline.partMissing,
  next:
    keeping.hasKept && !keeping.problem ? words.offline.partMissingKept : words.offline.partMissingNotKept,
});
