import type { Column, Row, Unit } from '../domain/table';
import { format } from '../i18n/format';
import { shown } from '../i18n/shown';
import { words } from '../i18n/words';
import { AVERAGE, type HeatmapCell, type HeatmapData, type Place } from './heatmap';

type Measure = Pick<HeatmapData, 'unit' | 'currency'>;

/** A value rounded for reading, with its unit. */
export function reading(value: number, { unit, currency }: Measure): string {
  if (unit === 'rate') return format.rate(value);
  if (unit === 'money') return format.money(value, currency);
  if (unit === 'days') return format.days(value);
  return unit === 'count' ? format.count(value) : format.number(value);
}

/** A value short enough for a cell; the unit stands once, in the head. */
function figureOf(value: number, { unit, currency }: Measure): string {
  if (unit === 'rate') return format.rateFigure(value);
  if (unit === 'money') return format.moneyFigure(value, currency);
  return unit === 'count' ? format.count(value) : format.number(value);
}

/** What the figures in the cells are, for the corner of the picture. */
export function unitHead({ unit, currency }: Measure): string {
  const said: Partial<Record<Unit, string>> = {
    rate: words.charts.percentOfCohort,
    money: words.charts.moneyIn(currency),
    days: words.charts.daysUnit,
  };
  return said[unit] ?? words.charts.countUnit;
}

/** What the columns are, and the head of one: an age, or a calendar period. */
export const columnsTitle = (data: HeatmapData): string =>
  data.layout?.title ?? data.age_title ?? words.charts.ages;
export const columnHead = (column: number, data: HeatmapData): string =>
  data.layout?.head(column) ?? String(column);

/** When a place is: its age, with the calendar period where the columns are those. */
export const whenOf = ({ age, column }: Place, data: HeatmapData): string => {
  if (!data.layout) return data.age_label(age);
  const period = data.layout.head(column);
  return age < 0 ? period : `${data.age_label(age)} (${period})`;
};

/** The text printed in a cell. */
export function cellText({ cell, look }: Place, data: Measure): string {
  if (!cell || look === 'hollow') return '';
  if (look === 'counts') return words.charts.nOfN(format.count(cell.n), format.count(cell.of));
  if (cell.value === null) return '–';
  const figure = figureOf(cell.value, data);
  return look === 'likely' ? words.charts.maybe(figure) : figure;
}

export const rowLabel = (place: Place): string =>
  place.row === AVERAGE ? words.charts.average : shown(place.label);

/** What is known about a place, one fact a piece: the tooltip shows them as lines, the live region as a sentence. */
export function factsOf({ cell, look, row }: Place, data: HeatmapData): string[] {
  const said = words.charts;
  if (look === 'before') return [said.before];
  if (!cell || look === 'hollow') return [said.notBegun];
  if (look === 'likely') return likelyFacts(cell, data);
  const count = said.nOfN(format.count(cell.n), format.count(cell.of));
  const facts: string[] = [];
  if (look === 'counts') facts.push(count);
  else {
    const value = cell.value === null ? null : reading(cell.value, data);
    const inWords = data.in_words ?? (data.unit === 'rate' ? said.cameBack : (figure: string) => figure);
    facts.push(value === null ? said.noValue : inWords(value));
    facts.push(data.unit === 'rate' ? count : said.fromCustomers(format.count(cell.of)));
    if (cell.low !== undefined && cell.high !== undefined)
      facts.push(said.between(reading(cell.low, data), reading(cell.high, data)));
  }
  if (cell.complete) facts.push(row === AVERAGE ? said.pooled : said.complete);
  else facts.push(cell.open_until ? said.openUntil(format.date(cell.open_until)) : said.open);
  if (cell.then !== undefined) facts.push(said.likelyThen(reading(cell.then, data)));
  if (cell.pale && look !== 'counts') facts.push(said.fewCustomers);
  if (data.rows.find(({ key }) => key === row)?.left_cut) facts.push(said.leftCut);
  return facts;
}

/** "likely 23%, about 80 of 350, in eight cases of ten between 21% and 25%, not begun yet". */
function likelyFacts(cell: HeatmapCell, data: HeatmapData): string[] {
  const said = words.charts;
  const facts = [
    said.likely(cell.value === null ? '–' : reading(cell.value, data)),
    said.about(said.nOfN(format.count(Math.round(cell.n)), format.count(cell.of))),
  ];
  if (cell.low !== undefined && cell.high !== undefined)
    facts.push(said.eightOfTen(reading(cell.low, data), reading(cell.high, data)));
  facts.push(said.notBegun);
  if (cell.likely === 'further') facts.push(said.furtherThanTested);
  if (cell.pale) facts.push(said.fewCustomers);
  return facts;
}

/** "March 2011, month 3: 34% came back, 120 of 350, between 29% and 39%, complete". */
export const spoken = (place: Place, data: HeatmapData): string =>
  words.charts.spoken(rowLabel(place), whenOf(place, data), factsOf(place, data).join(', '));

/** The table that says the same as the picture: one row a cell, in the order of the picture. */
export function tableOf(data: HeatmapData): {
  columns: Column[];
  rows: Row[];
  heads: Record<string, string>;
} {
  const labels = new Map(data.rows.map(({ key, label }) => [key, label]));
  const columns: Column[] = [
    { name: 'row', type: 'text', unit: 'text' },
    { name: 'age', type: 'integer', unit: 'age' },
    { name: 'value', type: 'number', unit: data.unit },
    { name: 'low', type: 'number', unit: data.unit },
    { name: 'high', type: 'number', unit: data.unit },
    { name: 'n', type: 'integer', unit: 'count' },
    { name: 'customers', type: 'integer', unit: 'count' },
    { name: 'complete', type: 'boolean', unit: 'flag' },
    { name: 'open_until', type: 'date', unit: 'date' },
  ];
  const rows = data.cells.map((cell) => ({
    row: labels.get(cell.row) ?? cell.row,
    age: cell.age,
    value: cell.value,
    low: cell.low ?? null,
    high: cell.high ?? null,
    n: cell.n,
    customers: cell.of,
    complete: cell.complete,
    open_until: cell.open_until ?? null,
  }));
  const heads = { ...words.charts.heads, age: data.age_title ?? words.charts.ages };
  return { columns, rows, heads };
}
