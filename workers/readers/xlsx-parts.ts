import { refused } from './refused';
import { showsDate } from './number-format';
import type { Budget } from './budget';
import { unpackText } from './unpack';
import { attribute, XmlScanner, type XmlHandler } from './xml-scanner';
import type { ZipEntry } from './zip-directory';

/** The parts of a workbook, by their names and by those in lower case with / as the only separator. */
export interface Parts {
  zip: Uint8Array;
  entries: Map<string, ZipEntry>;
  budget: Budget;
}

export interface WorkbookSheet {
  name: string;
  hidden: boolean;
  part: string;
}

const MOST_STRINGS = 10_000_000;

export const partKey = (name: string): string => name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();

/** Feeds a part to a handler; a part that is not there says nothing. */
export async function scan(parts: Parts, part: string, handler: XmlHandler): Promise<boolean> {
  const entry = parts.entries.get(part) ?? parts.entries.get(partKey(part));
  if (!entry) return false;
  const scanner = new XmlScanner(handler);
  for await (const text of unpackText(parts.zip, entry, parts.budget)) scanner.write(text);
  return true;
}

const ignore = () => undefined;

/** Where a part's relations lead: id → part. */
async function relations(parts: Parts, part: string): Promise<Map<string, { target: string; type: string }>> {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const found = new Map<string, { target: string; type: string }>();
  await scan(parts, `${folder}_rels/${part.slice(slash + 1)}.rels`, {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const target = attribute(attributes, 'Target') ?? '';
      const type = attribute(attributes, 'Type') ?? '';
      found.set(attribute(attributes, 'Id') ?? '', { target: resolved(folder, target), type });
    },
    close: ignore,
    text: ignore,
  });
  return found;
}

function resolved(folder: string, target: string): string {
  if (/^[/\\]/.test(target)) return target.replaceAll('\\', '/').slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

export interface WorkbookParts {
  sheets: WorkbookSheet[];
  from1904: boolean;
  strings: string | undefined;
  styles: string | undefined;
}

/** The sheets of a workbook with values, in their order; charts and macro sheets are passed over. */
export async function workbookParts(parts: Parts): Promise<WorkbookParts> {
  const root = await relations(parts, '');
  const main =
    [...root.values()].find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  const related = await relations(parts, main);
  const sheets: WorkbookSheet[] = [];
  let from1904 = false;
  const isThere = await scan(parts, main, {
    open(name, attributes) {
      // An extension may name its own `workbookPr` further down.
      if (name === 'workbookPr') from1904 ||= /^(1|true|on)$/.test(attribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const to = related.get(attribute(attributes, 'id') ?? '');
      if (!to || !to.type.endsWith('/worksheet')) return;
      const hidden = /^(hidden|veryHidden)$/.test(attribute(attributes, 'state') ?? '');
      sheets.push({ name: attribute(attributes, 'name') ?? '', hidden, part: to.target });
    },
    close: ignore,
    text: ignore,
  });
  if (!isThere) throw refused('sheets-missing', {});
  const one = (end: string) => [...related.values()].find(({ type }) => type.endsWith(end))?.target;
  return { sheets, from1904, strings: one('/sharedStrings'), styles: one('/styles') };
}

/** Of each cell format, whether it shows dates. */
export async function dateStyles(parts: Parts, part: string | undefined): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const formats: boolean[] = [];
  let inCells = false;
  if (part !== undefined)
    await scan(parts, part, {
      open(name, attributes) {
        if (name === 'cellXfs') inCells = true;
        else if (name === 'numFmt')
          codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
        else if (name === 'xf' && inCells) {
          const id = Number(attribute(attributes, 'numFmtId') ?? 0);
          formats.push(showsDate(id, codes.get(id)));
        }
      },
      close: (name) => void (inCells &&= name !== 'cellXfs'),
      text: ignore,
    });
  return formats;
}

/** `_x000D_` stands for the character with that number; `_x005F_` for an underscore before such a text. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;

/** The texts that cells point to by number; readings of Japanese characters (`rPh`) are not part of a text. */
export async function sharedStrings(parts: Parts, part: string | undefined): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let isText = false;
  let reading = false;
  if (part !== undefined)
    await scan(parts, part, {
      open(name) {
        if (name === 'si') text = '';
        else if (name === 'rPh') reading = true;
        else if (name === 't') isText = !reading;
      },
      close(name) {
        if (name === 't') isText = false;
        else if (name === 'rPh') reading = false;
        else if (name === 'si' && strings.push(unescaped(text)) > MOST_STRINGS)
          throw refused('too-many-texts', { most: MOST_STRINGS });
      },
      text: (piece) => void (isText && (text += piece)),
    });
  return strings;
}
