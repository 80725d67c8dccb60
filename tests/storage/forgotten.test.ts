import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openDatabase, upgrades } from '../../src/storage/database';
import { openKept } from '../../src/storage/kept';

const open = async (name: string) => {
  const kept = await openKept({ name, locks: undefined });
  if (!kept.ok) throw new Error(kept.error.message);
  return kept.value;
};
const note = { reason: null, reason_text: '', note: 'a secret', written_on: '2024-01-05' };
const project = {
  ...{ name: 'shop.csv', app: '0.1.0', choices: {}, settings: {} },
  files: [{ name: 'shop.csv', sha256: 'hash', bytes: new Blob(['a']) }],
};

test('hashes of who was forgotten are kept with the notes of them gone, in one step, and go with everything', async () => {
  const kept = await open('forgotten-1');
  expect(await kept.forgotten()).toEqual({ ok: true, value: null });
  await kept.keepNote('shop', '17', note);
  await kept.keepNote('shop', '18', note);
  const list = { salt: 'abc', hashes: ['1f', '2e'] };
  const alongside = { forgotten: list, notes: [['shop', '17']] as [string, string][] };
  expect(await kept.keep(project, null, alongside)).toMatchObject({ ok: true, value: { forgotten: 2 } });
  kept.close();
  const again = await open('forgotten-1');
  expect(await again.forgotten()).toEqual({ ok: true, value: list });
  const notes = await again.notesOf('shop');
  expect(notes.ok && [...notes.value.keys()]).toEqual(['18']);
  await again.deleteEverything();
  expect(await again.forgotten()).toEqual({ ok: true, value: null });
  again.close();
});

test('what an earlier version kept is there beside an empty list', async () => {
  const before = await openDatabase('forgotten-2', upgrades.slice(0, 3));
  await before.put('notes', note, ['shop', '17']);
  before.close();
  const kept = await open('forgotten-2');
  expect(await kept.forgotten()).toEqual({ ok: true, value: null });
  const notes = await kept.notesOf('shop');
  expect(notes.ok && notes.value.get('17')?.note).toBe('a secret');
  kept.close();
});
