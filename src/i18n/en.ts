import { charts } from './en/charts';
import { dates } from './en/dates';
import { project } from './en/project';
import { report } from './en/report';
import { storage } from './en/storage';
import { ui } from './en/ui';

/** The English catalogue, one object an area. The type of this object is the contract for every other language. */
export const en = { charts, dates, project, report, storage, ui };
