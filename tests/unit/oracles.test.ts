import { afterAll, beforeAll, expect, test } from 'vitest';
import { nativeDuckDB, type NativeDuckDB } from '../helpers/native';
import { wasmInNode, type WasmInNode } from '../helpers/wasm-node';

let native: NativeDuckDB;
let wasm: WasmInNode;
beforeAll(async () => {
  native = await nativeDuckDB();
  wasm = await wasmInNode();
});
afterAll(() => {
  native.close();
  wasm.close();
});

test('native DuckDB and the engine are the same version', async () => {
  const sql = 'select version() as version';
  expect(await native.rows(sql)).toEqual([{ version: 'v1.4.3' }]);
  expect(wasm.rows(sql)).toEqual([{ version: 'v1.4.3' }]);
});

test('both give the same plain numbers for money, counts and nothing', async () => {
  const sql = `select sum(net)::double as net, sum(quantity)::bigint as quantity, 12.50::decimal(10, 2) as price,
    null::integer as nothing, 'a' as name from (values (10.25, 2), (0.10, 3)) as t (net, quantity)`;
  const expected = [{ net: 10.35, quantity: 5, price: 12.5, nothing: null, name: 'a' }];
  expect(await native.rows(sql)).toEqual(expected);
  expect(wasm.rows(sql)).toEqual(expected);
});

test('the engine in Node has no extension to fall back on', () => {
  expect(() => wasm.rows(`select json_extract('{"a":1}', '$.a')`)).toThrow();
});
