import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { countReasons, type CustomerNote } from '../../src/domain/customer-notes';
import { openDatabase, upgrades } from '../../src/storage/database';
import { openKept } from '../../src/storage/kept';

const note = (change: Partial<CustomerNote> = {}): CustomerNote => ({
  ...{ reason: 'price', reason_text: 'asked for 10 %', note: 'call in May', written_on: '2026-05-03' },
  ...change,
});
const opened = async (name: string) => {
  const outcome = await openKept({ name, locks: undefined });
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
};
const project = (name: string) => ({
  ...{ name, app: '0.1.0', choices: {}, settings: {} },
  files: [{ name, sha256: `hash of ${name}`, bytes: new Blob(['a']) }],
});
const read = async (kept: Awaited<ReturnType<typeof opened>>, notebook: string) => {
  const found = await kept.notesOf(notebook);
  if (!found.ok) throw new Error(found.error.message);
  return Object.fromEntries(found.value);
};

test('a note is found again by another visit, and outlives the export it was written beside', async () => {
  const first = await opened('notes-1');
  expect(await first.keepNote('shop', 'K1', note())).toEqual({ ok: true, value: undefined });
  await first.keepNote('shop', 'K1', note({ reason: 'moved' }));
  await first.keepNote('shop', '', note({ reason: null }));
  await first.keep(project('may.csv'));
  await first.keep(project('june.csv'));
  first.close();
  const again = await opened('notes-1');
  expect(await read(again, 'shop')).toEqual({ K1: note({ reason: 'moved' }), '': note({ reason: null }) });
  again.close();
});

test('a customer of the same key in another shop has none of it', async () => {
  const kept = await opened('notes-2');
  await kept.keepNote('shop', 'K1', note());
  await kept.keepNote('shop 2', 'K1', note({ reason: 'other' }));
  expect(await read(kept, 'shop')).toEqual({ K1: note() });
  expect(await read(kept, 'shop 2')).toEqual({ K1: note({ reason: 'other' }) });
  expect(await read(kept, '')).toEqual({});
  kept.close();
});

test('a note can be taken back, and all go with everything else', async () => {
  const kept = await opened('notes-3');
  await kept.keepNote('shop', 'K1', note());
  await kept.keepNote('shop', 'K2', note());
  await kept.keepNote('shop', 'K1', null);
  expect(Object.keys(await read(kept, 'shop'))).toEqual(['K2']);
  await kept.deleteEverything();
  expect(await read(kept, 'shop')).toEqual({});
  kept.close();
});

test('a project and a mapping that were kept before notes were are there after the upgrade', async () => {
  const before = await openDatabase('notes-4', upgrades.slice(0, 2));
  await before.put('mappings', { saved: '{}', chosen_on: '2026-05-03' }, 'aaaa');
  before.close();
  const kept = await opened('notes-4');
  expect(await kept.mappingOf('aaaa')).toMatchObject({ saved: '{}' });
  expect(await kept.keepNote('shop', 'K1', note())).toMatchObject({ ok: true });
  kept.close();
});

test('a tab that was overtaken keeps no note, and says which tab does', async () => {
  const first = await opened('notes-5');
  const second = await opened('notes-5');
  expect(await first.keepNote('shop', 'K1', note())).toMatchObject({
    ok: false,
    error: { code: 'other-tab' },
  });
  expect(await read(second, 'shop')).toEqual({});
  first.close();
  second.close();
});

test('reasons are counted of the customers of the list alone, most first', () => {
  const notes = new Map([
    ['K1', note()],
    ['K2', note({ reason: 'moved' })],
    ['K3', note({ reason: 'moved' })],
    ['K4', note({ reason: null })],
    ['K9', note({ reason: 'other' })],
  ]);
  expect(countReasons(['K1', 'K2', 'K3', 'K4', 'K5'], notes)).toEqual({
    all: 3,
    each: [
      ['moved', 2],
      ['price', 1],
    ],
  });
});
