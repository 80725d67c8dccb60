import type { Convention } from '../draft';
import { DATES } from './dates';
import { FILES } from './files';
import { MONEY } from './money';
import { ORDERS } from './orders';
import { WHO } from './who';

export const CONVENTIONS: Convention[] = [...MONEY, ...WHO, ...ORDERS, ...DATES, ...FILES];
