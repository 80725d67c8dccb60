import type { Choices } from '../domain/choices';

/** Choices come from state proxies at times; a posted message must be plain. */
export const plain = (choices: Choices): Choices => JSON.parse(JSON.stringify(choices)) as Choices;
