import { getContext, setContext } from 'svelte';
import type { CustomerNote, CustomerNotes } from '../domain/customer-notes';
import type { Column, Row } from '../domain/table';
import type { Contacts } from './call-list';

/** What a figure can ask of the page around it; without them the buttons are not shown. */
export interface FigureActions {
  /** Who is counted, where it is not everybody: said under every picture and in every saved one. */
  scope?: () => string;
  /** The same in a few words, which stand before the finding. */
  scopeName?: () => string;
  /** The figure stands beside the page's own: its finding is no title of the page. */
  isBeside?: boolean;
  /** Saves the picture as a file and gives the file's name. `title` is the finding sentence. */
  savePicture: (picture: SVGSVGElement, name: string, title: string, notes: string[]) => string;
  saveSql: (sql: string, name: string) => string;
  /** Takes the SQL to where it can be changed and run. */
  openSql: (sql: string) => void;
  saveTable: (columns: Column[], rows: Row[], name: string) => string;
  /** Told of every figure, so that it can be saved from elsewhere; what it gives back ends that. */
  isOnScreen?: (figure: SaveableFigure) => () => void;
}

export interface SaveableFigure {
  finding: () => string;
  /** None where a list is the answer. */
  savePicture?: () => void;
  saveTable: () => void;
}

const KEY = Symbol('figure actions');

/** Called once by a page, so that every figure on it can be saved. */
export const provideFigureActions = (actions: FigureActions): void => void setContext(KEY, actions);
export const figureActions = (): FigureActions | undefined => getContext(KEY);

/** What a list of people can ask of the page around it; without them it is a plain table. */
export interface PeopleActions {
  /** Where the page of a customer is. */
  hrefOf: (customer: string) => string;
  /** What the owner has written of customers. */
  notes: () => CustomerNotes;
  write: (customer: string, change: Partial<CustomerNote>) => void;
  /** How everybody can be reached. */
  contacts: () => Promise<Contacts>;
  /** Lists show names and ways to reach people: the file has them, and not of so many that they are read only for a list that is saved. */
  showsContacts: () => boolean;
  /** A column of the file says who may be written to: who may not is left out of saved lists. */
  knowsConsent: () => boolean;
}

const PEOPLE = Symbol('people actions');

/** Called once by a page, so that every list of people on it leads to them. */
export const providePeopleActions = (actions: PeopleActions): void => void setContext(PEOPLE, actions);
export const peopleActions = (): PeopleActions | undefined => getContext(PEOPLE);
