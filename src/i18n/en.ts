import { charts } from './en/charts';
import { figures } from './en/figures';
import { ui } from './en/ui';

/** The English catalogue, one object an area. The type of this object is the contract for every other language. */
export const en = { charts, figures, ui };
