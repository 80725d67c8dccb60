import { EAST_ASIA } from './east-asia';
import { EUROPE } from './europe';
import type { Example } from './example';
import { EVERYWHERE } from './everywhere';
import { LATIN_AMERICA } from './latin-america';
import { SOUTH_EAST_ASIA } from './south-east-asia';

export const EXAMPLES: Example[] = [
  ...SOUTH_EAST_ASIA,
  ...EAST_ASIA,
  ...LATIN_AMERICA,
  ...EUROPE,
  ...EVERYWHERE,
];
