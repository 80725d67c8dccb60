import { calendar } from './en/calendar';
import { chance } from './en/chance';
import { charts } from './en/charts';
import { cohorts } from './en/cohorts';
import { counting } from './en/counting';
import { earlier } from './en/earlier';
import { evidence } from './en/evidence';
import { figures } from './en/figures';
import { forget } from './en/forget';
import { lapse } from './en/lapse';
import { net } from './en/net';
import { offline } from './en/offline';
import { pages } from './en/pages';
import { people } from './en/people';
import { problems } from './en/problems';
import { project } from './en/project';
import { answers, examples, questions } from './en/questions';
import { rates } from './en/rates';
import { reasons } from './en/reasons';
import { report } from './en/report';
import { rules } from './en/rules';
import { storage } from './en/storage';
import { tables } from './en/tables';
import { tiers } from './en/tiers';
import { ui } from './en/ui';

/** The English catalogue, one object an area. The type of this object is the contract for every other language. */
export const en = {
  answers,
  calendar,
  chance,
  charts,
  cohorts,
  counting,
  earlier,
  evidence,
  examples,
  figures,
  forget,
  lapse,
  net,
  offline,
  pages,
  people,
  problems,
  project,
  questions,
  rates,
  reasons,
  report,
  rules,
  storage,
  tables,
  tiers,
  ui,
};
