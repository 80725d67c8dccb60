import { callsOf, LISTED, readListed, settingsOf, type Listed } from './every-function';
import { never, type OpenShop } from './warehouse';

/** What a sweep found: texts after which something was not as before, and how each function ended. */
export interface Swept {
  functions: number;
  texts: number;
  answered: number;
  /** Texts after which the engine did not answer, or the data or a setting was another. */
  broken: string[];
  /** Refusals that are no sentence for a person. */
  wordless: string[];
  /** Functions of which a text was refused for what it does, by name. */
  refused: Set<string>;
}

const IS_OF_EFFECTS = /^(\S+) is not run here: /;
/** Tables, the rows of those that were counted on paper, settings and the log's state, as one text. */
const STATE = `select (select string_agg(table_name, ',' order by table_name) from duckdb_tables())
    || (select bit_xor(hash(o)) from orders as o) || (select bit_xor(hash(l)) from order_lines as l)
    || (select bit_xor(hash(c)) from customers as c) || (select bit_xor(hash(s)) from duckdb_settings() as s) as state`;

interface Sweep {
  /** Rounds of values for each function. */
  rounds: number;
  /** Texts that go by between two looks at the state; a change is laid at all of them. */
  each: number;
  /** Of functions that by the engine's own word only count: which share is called. */
  share: number;
}

/** Call every function, pragma and setting that the engine lists through the path of a user's own text. */
export async function sweepEverything(
  { api, rows }: OpenShop,
  { rounds, each, share }: Sweep,
): Promise<Swept> {
  const listed = (await rows(LISTED)).map(readListed);
  const isPlain = ({ type, isVolatile }: Listed) => /^(scalar|aggregate|macro)$/.test(type) && !isVolatile;
  const every = Math.round(1 / share);
  const chosen = listed.filter((one, i) => !isPlain(one) || i % every === 0);
  const settings = await rows<{ name: string }>('select name from duckdb_settings() order by name');
  const texts = [
    ...chosen.flatMap((one) => callsOf(one, rounds)),
    ...settings.flatMap(({ name }, i) => settingsOf(name).filter((_, at) => (at + i) % every === 0)),
  ];
  const stateOf = async () => {
    try {
      return String((await rows<{ state: string }>(STATE))[0]?.state);
    } catch (error) {
      return `no answer: ${String(error)}`;
    }
  };
  const swept: Swept = {
    functions: chosen.length,
    texts: texts.length,
    answered: 0,
    broken: [],
    wordless: [],
    refused: new Set(),
  };
  const before = await stateOf();
  for (let from = 0; from < texts.length; from += each) {
    const group = texts.slice(from, from + each);
    for (const text of group) {
      try {
        await api.runUserQuery(never, text, 5);
        swept.answered += 1;
      } catch (error) {
        const { code, message } = error as { code?: string; message: string };
        if (code !== 'bad-sql' || !/\w{3}/.test(message)) swept.wordless.push(`${text}: ${message}`);
        const name = IS_OF_EFFECTS.exec(message)?.[1];
        if (name) swept.refused.add(name);
      }
    }
    if ((await stateOf()) === before) continue;
    swept.broken.push(...group);
    return swept;
  }
  return swept;
}
