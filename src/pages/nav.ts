import { GROUPS } from '../analyses/define';
import { analyses } from '../analyses/registry';
import { words } from '../i18n/words';

const { nav } = words.pages;

/** The owner's questions, and what the file itself has: the list of pages once a file is open. */
export const navGroups = [
  ...GROUPS.map((group) => ({
    label: nav.groups[group],
    questions: [...analyses.values()]
      .filter((analysis) => analysis.group === group)
      .map(({ id, title }) => ({ href: `#/${id}`, label: title })),
  })).filter(({ questions }) => questions.length > 0),
  {
    label: nav.groups.file,
    questions: [
      { href: '#/report', label: nav.file },
      { href: '#/sql', label: nav.sql },
      { href: '#/how', label: nav.how },
      { href: '#/', label: nav.another },
    ],
  },
];
