import { offline } from './en/offline';
import { storage } from './en/storage';

/** The English catalogue, one object an area. The type of this object is the contract for every other language. */
export const en = { offline, storage };
