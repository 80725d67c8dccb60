export { Opener } from './engine';
export { isFault, runShops, seedsFrom } from './run';
