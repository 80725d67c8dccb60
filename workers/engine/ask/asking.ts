import type { EngineApi } from '../../../src/engine/contract';
import { withTables } from '../build/late-tables';
import type { EngineHost } from '../host/host';
import type { OpenShops } from '../open-shops';
import { askAnalysis, fitInputOf, keepFit } from './ask-analysis';
import { askRows } from './ask-rows';
import { askUserQuery } from '../user-query/ask-user-query';
import { withAttributes } from './asked-tables';
import { answer } from './answer';
import { scopeSize } from './scope-size';
import { attributesOf, valuesHolding } from './attributes';

type Asking =
  | 'runAnalysis'
  | 'fitInput'
  | 'keepFitted'
  | 'runUserQuery'
  | 'rowsOf'
  | 'schema'
  | 'attributes'
  | 'attributeValues'
  | 'scopeSize';

const SCHEMA = `select table_name, column_name, data_type, comment
from duckdb_columns()
where not internal and database_name = current_database() and comment is not null
order by table_name, column_index`;

/** Questions to the tables that are open. */
export function asking(host: EngineHost, shops: OpenShops): Pick<EngineApi, Asking> {
  const { database } = host;
  return {
    runAnalysis: (signal, id, params) => askAnalysis(signal, host, shops, id, params),
    fitInput: (signal, id, params) => fitInputOf(signal, host, shops, id, params),
    keepFitted: (signal, id, params, tables) => keepFit(signal, host, shops, id, params, tables),
    runUserQuery: (signal, text, limit) => askUserQuery(signal, host, shops, text, limit),
    rowsOf: (signal, what, limit) => askRows(signal, host, shops, what, limit),

    async schema(signal) {
      await withTables(signal, database, shops.current, ['comments']);
      return answer(signal, host, shops, { sql: SCHEMA, columns: null });
    },

    async attributes(signal) {
      await withTables(signal, database, shops.current, ['attributes']);
      return attributesOf(signal, database, shops.current);
    },

    async attributeValues(signal, of, attribute, text) {
      await withAttributes(signal, database, shops.current, of, [attribute]);
      return valuesHolding(signal, database, of, attribute, text);
    },

    scopeSize: (signal, params) => scopeSize(signal, host, shops, params),
  };
}
