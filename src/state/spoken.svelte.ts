import { loadAnalysisWords } from '../i18n/language';

/** Whether titles, messages and methods of the analyses are there: they are loaded when a page first needs them. */
class Spoken {
  isThere = $state(false);
  isMissing = $state(false);

  load(): void {
    this.isMissing = false;
    loadAnalysisWords().then(
      () => (this.isThere = true),
      () => (this.isMissing = true),
    );
  }
}

export const spoken = new Spoken();
