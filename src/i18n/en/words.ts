import { calendar } from './calendar';
import { chance } from './chance';
import { charts } from './charts';
import { cohorts } from './cohorts';
import { counting } from './counting';
import { earlier } from './earlier';
import { encodings } from './encodings';
import { evidence } from './evidence';
import { figures } from './figures';
import { forget } from './forget';
import { home } from './home';
import { lapse } from './lapse';
import { net } from './net';
import { offline } from './offline';
import { pages } from './pages';
import { palette } from './palette';
import { people } from './people';
import { problems } from './problems';
import { modelProblems } from './problems-of-models';
import { project } from './project';
import { answers, examples, questions } from './questions';
import { rates } from './rates';
import { reasons } from './reasons';
import { report } from './report';
import { rules } from './rules';
import { scope } from './scope';
import { storage } from './storage';
import { tables } from './tables';
import { tiers } from './tiers';
import { ui } from './ui';

/** The English catalogue, one object an area. The type of this object is the contract for every other language. */
export const en = {
  answers,
  calendar,
  chance,
  charts,
  cohorts,
  counting,
  earlier,
  encodings,
  evidence,
  examples,
  figures,
  forget,
  home,
  lapse,
  modelProblems,
  net,
  offline,
  pages,
  palette,
  people,
  problems,
  project,
  questions,
  rates,
  reasons,
  report,
  rules,
  scope,
  storage,
  tables,
  tiers,
  ui,
};
