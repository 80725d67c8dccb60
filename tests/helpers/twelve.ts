import { readFileSync } from 'node:fs';
import type { Choices } from '../../src/domain/choices';
import { openShop, type EngineName, type OpenShop } from './warehouse';

const file = new URL('../fixtures/twelve-customers/orders.csv', import.meta.url);

/** The shop that was counted on paper, open in an engine. */
export const shopOfTwelve = (
  engine: EngineName,
  choices: Choices = { history: 'complete' },
): Promise<OpenShop> => openShop(engine, readFileSync(file, 'utf8'), choices);
