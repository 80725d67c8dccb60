import { GROUPS } from '../analyses/define';
import { analyses } from '../analyses/registry';
import { titledOf } from '../i18n/analysis-words';
import { words } from '../i18n/words';

/** The list of pages while a file is open: the owner's questions, then the file itself. */
export function navGroups() {
  const { nav } = words.pages;
  const asks = GROUPS.map((group) => ({
    label: nav.groups[group],
    questions: [...analyses.values()]
      .filter((analysis) => analysis.group === group)
      .map(({ id }) => ({ href: `#/${id}`, label: titledOf(id).title })),
  })).filter(({ questions }) => questions.length > 0);
  const file = {
    label: nav.groups.file,
    questions: [
      { href: '#/report', label: nav.file },
      { href: '#/sql', label: nav.sql },
      { href: '#/how', label: nav.how },
      { href: '#/', label: nav.another },
    ],
  };
  return [...asks, file];
}
