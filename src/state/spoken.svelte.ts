import { moduleOfApp } from '../engine/client/part';
import { loadAnalysisWords } from '../i18n/language';

/** Whether titles, messages and methods of the analyses are there: they are loaded when a page first needs them. */
class Spoken {
  isThere = $state(false);
  isMissing = $state(false);

  async load(): Promise<void> {
    try {
      await moduleOfApp(loadAnalysisWords);
      this.isThere = true;
      this.isMissing = false;
    } catch (error) {
      this.isMissing = true;
      throw error;
    }
  }
}

export const spoken = new Spoken();
