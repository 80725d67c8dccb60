import type { Field } from '../../domain/choices';
import type { FieldProposal } from '../../domain/mapping';
import type { Answer, OpenQuestion } from '../../domain/said/questions';
import type { Reason } from '../../domain/said/reasons';
import { NONE } from '../mapping/none';
import { fitsField, isMasked } from '../mapping/fits-field';
import { isUnnamed, namesBuyer, namesNoBuyer } from '../names/header-words';
import { matchName } from '../names/match-names';
import { isKnownStatus } from '../rows/status-words';
import {
  hasDecimals,
  isDateColumn,
  isNumberColumn,
  isRateColumn,
  type ReadColumn,
} from '../mapping/read-columns';

/** Fields that tell who bought without a person's word. */
const KEYS: readonly Field[] = ['customer', 'email', 'phone'];
const OF_PEOPLE: readonly Field[] = [...KEYS, 'customer_name'];

const MOST_OPTIONS = 6;

/** How often each value of a column stands, on average. */
const timesOf = ({ evidence }: ReadColumn): number => evidence.filled / Math.max(1, evidence.distinct);

const repeats = (column: ReadColumn): boolean =>
  column.evidence.distinct >= 2 &&
  column.evidence.filled >= 0.5 * column.evidence.rows &&
  timesOf(column) >= 1.1 &&
  column.evidence.distinct >= 0.002 * column.evidence.filled;

const most = (values: readonly string[], test: RegExp): boolean =>
  values.length > 0 && values.filter((value) => test.test(value.trim())).length >= 0.6 * values.length;

/** "Anna Lê", "O'Brien, Pat": two or more words that begin with a capital letter, or a few letters of Chinese and Japanese. */
const NAMES =
  /^\p{Lu}[\p{L}\p{M}'’.-]*,?( (\p{Lu}|[a-zà-ÿ]{1,3} )[\p{L}\p{M}'’.-]*){1,3}$|^[\p{Script=Han}]{2,4}$/u;
/** "C0012", "KH-0007": letters and then a number, or a number of at least three digits. */
const IDS = /^\p{L}{1,6}[-_ ]?\d+$|^\d{3,}$/u;

/** "KH00012": letters before a number that is too long for a table or a till. */
const LONG_IDS = /^\p{L}{1,6}[-_ ]?\d{3,}$/u;
const FEWEST_IDS = 5;
/** Words of numbers that papers have, and not people. */
const OF_PAPERS =
  /ticket|receipt|invoice|order|booking|bill|transaction|document|payout|check|beleg|rechnung|bestell|facture|factura|pedido|commande|单|票|伝票|注文/i;

/** An unknown header above ids with letters, each on several rows. */
const holdsLongIds = ({ evidence }: ReadColumn): boolean =>
  most(evidence.examples, LONG_IDS) &&
  evidence.distinct >= FEWEST_IDS &&
  matchName(evidence.column).length === 0 &&
  !OF_PAPERS.test(evidence.column);

const looksLikePeople = (examples: readonly string[]): boolean =>
  most(examples, NAMES) || most(examples, /\S@\S+\.\S/);

/** At least half of its few texts are states of orders, such as 退款成功, which look like names. */
const holdsStates = ({ evidence: { values = [] } }: ReadColumn): boolean =>
  values.length > 0 && 2 * values.filter((text) => isKnownStatus(text)).length >= values.length;

/** Whether a column can tell who bought, by its values and by what its header does not say. */
function canBeWho(column: ReadColumn): boolean {
  const { column: header, examples } = column.evidence;
  if (isDateColumn(column) || hasDecimals(column) || isRateColumn(column) || isMasked(column)) return false;
  if (holdsStates(column)) return false;
  if (!fitsField('customer', column) || !repeats(column) || namesNoBuyer(header)) return false;
  if (matchName(header).some(({ field }) => !OF_PEOPLE.includes(field))) return false;
  return namesBuyer(header) || looksLikePeople(examples) || most(examples, IDS);
}

const taken = ({ evidence }: ReadColumn, reason: Reason): FieldProposal => ({
  field: 'customer',
  position: evidence.position,
  column: evidence.column,
  confidence: 'guess',
  reason,
});

/** Who bought where no header says so: one column that can only be that, or several to ask about. */
export interface WhoBought {
  found: FieldProposal | null;
  asked: ReadColumn[];
}

/**
 * Judges the columns that nothing else is read from, where no id, e-mail or phone was found. One is taken without asking where its header
 * names a buyer or, in a file without headers, where it is the only column left and its values are names or ids.
 */
export function whoBought(columns: readonly ReadColumn[], fields: readonly FieldProposal[]): WhoBought {
  if (fields.some(({ field }) => KEYS.includes(field))) return { found: null, asked: [] };
  const free = columns.filter(
    ({ evidence }) => !fields.some(({ position }) => position === evidence.position),
  );
  const name = columns[fields.find(({ field }) => field === 'customer_name')?.position ?? -1];
  const candidates = free.filter(canBeWho);
  const called = candidates.filter(({ evidence }) => namesBuyer(evidence.column));
  // Two people may share a name, but a file that has nothing else of its buyers has its customers in them.
  if (name && called.length === 0 && repeats(name) && !isMasked(name))
    return {
      found: taken(name, { id: 'names-repeat', values: {} }),
      asked: [],
    };
  if (name) return { found: null, asked: called };
  const [only, rival] = called.length > 0 ? called : candidates;
  if (only && !rival) {
    if (called.length > 0) return { found: taken(only, { id: 'word-of-buyer', values: {} }), asked: [] };
    if (free.length === 1) return { found: taken(only, { id: 'only-column-left', values: {} }), asked: [] };
  }
  const first = columns[0];
  const isNameless = columns.every(({ evidence }) => isUnnamed(evidence.column));
  // Without headers the number of a customer comes first; a count of pieces does not.
  if (
    candidates.length === 0 &&
    isNameless &&
    first &&
    free.length === 1 &&
    free[0] === first &&
    isNumberColumn(first) &&
    !hasDecimals(first) &&
    first.evidence.distinct >= 5 &&
    repeats(first)
  )
    return {
      found: taken(first, { id: 'first-of-nameless', values: {} }),
      asked: [],
    };
  // Numbers under a header of another kind are those of settlements, tables and tickets more often than of people.
  const asked = candidates.filter((column) => {
    const { column: header, examples } = column.evidence;
    return namesBuyer(header) || isUnnamed(header) || looksLikePeople(examples) || holdsLongIds(column);
  });
  return { found: null, asked };
}

/** "Who bought?", with the columns that could say it and how often their values repeat; and nobody. */
export function whoQuestion(asked: readonly ReadColumn[]): OpenQuestion | null {
  if (asked.length === 0) return null;
  const options = asked.slice(0, MOST_OPTIONS).map((one): Answer => {
    const { column, distinct } = one.evidence;
    const values = { column, different: distinct, rows_each: timesOf(one) };
    return { value: column, label: { id: 'column-of-buyers', values } };
  });
  return {
    id: 'map.customer',
    values: {},
    options: [...options, { value: NONE, label: { id: 'nobody-named', values: {} } }],
    examples: asked.flatMap(({ evidence }) => evidence.examples.slice(0, 1)).slice(0, 5),
  };
}
