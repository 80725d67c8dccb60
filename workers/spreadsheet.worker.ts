import { expose } from 'comlink';
import type { SpreadsheetApi } from '../src/engine/spreadsheet-contract';
import { sheetToText, workbookSheets } from './readers/xlsx';

const api: SpreadsheetApi = { sheets: workbookSheets, toText: sheetToText };
expose(api);
