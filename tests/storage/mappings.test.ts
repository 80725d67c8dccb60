import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openDatabase, upgrades } from '../../src/storage/database';
import { openKept } from '../../src/storage/kept';

const MAPPING = { saved: '{"regulars":"mapping"}', chosen_on: '2026-05-03' };
const opened = async (name: string) => {
  const outcome = await openKept({ name, locks: undefined });
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
};
const project = {
  name: 'a.csv',
  app: '0.1.0',
  files: [{ name: 'a.csv', sha256: 'hash', bytes: new Blob(['a']) }],
  choices: {},
  settings: {},
};

test('a confirmed mapping is found again by its headers alone, and outlives the project it was made for', async () => {
  const first = await opened('mappings-1');
  expect(await first.mappingOf('aaaa')).toBeNull();
  expect(await first.keepMapping('aaaa', MAPPING)).toEqual({ ok: true, value: undefined });
  await first.keep(project);
  await first.keep({ ...project, name: 'b.csv' });
  first.close();
  const again = await opened('mappings-1');
  expect(await again.mappingOf('aaaa')).toEqual(MAPPING);
  expect(await again.mappingOf('bbbb')).toBeNull();
  again.close();
});

test('it can be forgotten, and goes with everything else', async () => {
  const kept = await opened('mappings-2');
  await kept.keepMapping('aaaa', MAPPING);
  await kept.keepMapping('bbbb', MAPPING);
  await kept.keepMapping('aaaa', null);
  expect([await kept.mappingOf('aaaa'), await kept.mappingOf('bbbb')]).toEqual([null, MAPPING]);
  await kept.deleteEverything();
  expect(await kept.mappingOf('bbbb')).toBeNull();
  kept.close();
});

test('a project that was kept before mappings were is there after the upgrade, and mappings can be kept', async () => {
  const before = await openDatabase('mappings-3', upgrades.slice(0, 1));
  const recipe = {
    schema: 1,
    generation: 1,
    app: '0.1.0',
    name: 'old',
    files: [],
    choices: {},
    settings: {},
  };
  await before.put('recipes', recipe, 1);
  await before.put('pointers', 1, 'current');
  before.close();
  const kept = await opened('mappings-3');
  expect(await kept.reopen()).toMatchObject({ ok: true, value: { name: 'old' } });
  await kept.keepMapping('aaaa', MAPPING);
  expect(await kept.mappingOf('aaaa')).toEqual(MAPPING);
  kept.close();
});

test('a tab that was overtaken keeps no mapping', async () => {
  const first = await opened('mappings-4');
  const second = await opened('mappings-4');
  expect(await first.keepMapping('aaaa', MAPPING)).toMatchObject({ ok: false });
  expect(await second.mappingOf('aaaa')).toBeNull();
  first.close();
  second.close();
});
