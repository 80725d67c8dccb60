import { describe, expect, test } from 'vitest';
import { words } from '../../../src/i18n/words';
import type { State } from '../../../src/state/session/session';
import { codeOf, file, soon, World } from './world';

const EUR = { currency: 'EUR' };
const USD = { currency: 'USD' };
const LARGE = 33 * 1024 * 1024;

async function opened(beside?: string): Promise<World> {
  const world = new World();
  await world.session.open([file('open.csv')], EUR);
  if (beside) await world.session.inspect([file(beside)], USD);
  return world;
}

/** Without what is made anew whenever files are read. */
function told({ phase, ...rest }: State) {
  return JSON.parse(
    JSON.stringify({ phase, ...rest }, (_, value) => (value instanceof File ? value.name : value)),
  );
}

async function restored(world: World): Promise<void> {
  await world.lose();
  await soon(world.session.restored);
}

/** Breaks the engine a second time while the first file is being read again. */
async function restoredAfterTwo(world: World): Promise<void> {
  const reading = world.hold('inspect');
  await world.lose();
  await soon(reading.reached);
  await restored(world);
}

describe.each([
  ['lost', restored],
  ['lost again while its tables are read', restoredAfterTwo],
])('an engine that is %s', (_name, restore) => {
  test('while tables are open has them again', async () => {
    const world = await opened();
    const before = told(world.now.state);
    await restore(world);
    expect(told(world.now.state)).toEqual(before);
    expect(world.now.problem).toBeNull();
    expect(world.told).toEqual(['open.csv', 'open.csv']);
    expect(world.agrees()).toBe(true);
  });

  test('while a mapping page is open has its files again, with all that was chosen', async () => {
    const world = await opened('mapped.csv');
    await world.session.choose({ ...USD, tax: 'in' });
    const before = told(world.now.state);
    await restore(world);
    expect(told(world.now.state)).toEqual(before);
    expect(world.session.now.state).toMatchObject({ isNew: true, draft: { tax: 'in' } });
    expect(world.agrees()).toBe(true);
  });

  test('while a first mapping page is open has its files again', async () => {
    const world = new World();
    await world.session.inspect([file('mapped.csv')], USD);
    const before = told(world.now.state);
    await restore(world);
    expect(told(world.now.state)).toEqual(before);
    expect(world.agrees()).toBe(true);
  });

  test('while the mapping of a large open file is changed has that page again', async () => {
    const world = new World();
    await world.session.open([file('open.csv', LARGE)], EUR);
    await world.session.reopen();
    await world.session.choose({ ...EUR, tax: 'in' });
    const before = told(world.now.state);
    await restore(world);
    expect(told(world.now.state)).toEqual(before);
    expect(before).toMatchObject({ phase: 'mapping', files: null, draft: { tax: 'in' } });
    expect(world.agrees()).toBe(true);
  });

  test('while it looks at a dropped file says so, and what was there comes back', async () => {
    const world = await opened('mapped.csv');
    const before = told(world.now.state);
    const looking = world.hold('inspect');
    const dropped = codeOf(world.session.inspect([file('dropped.csv')]));
    await soon(looking.reached);
    await restore(world);
    expect(await dropped).toBe('engine-crashed');
    expect(told(world.now.state)).toEqual(before);
    expect(world.now.problem?.code).toBe('engine-crashed');
    expect(world.now.problem?.message).not.toBe(words.project.restarted);
    expect(world.agrees()).toBe(true);
  });

  test('while it builds says so, and the mapping page comes back as it was', async () => {
    const world = await opened('mapped.csv');
    const before = told(world.now.state);
    const building = world.hold('build');
    const used = codeOf(world.session.build({ ...USD, tax: 'in' }));
    await soon(building.reached);
    await restore(world);
    expect(await used).toBe('engine-crashed');
    expect(told(world.now.state)).toEqual(before);
    expect(world.agrees()).toBe(true);
  });

  test('while it builds in one go leaves what was open', async () => {
    const world = await opened();
    const before = told(world.now.state);
    const building = world.hold('build');
    const used = codeOf(world.session.open([file('other.csv')]));
    await soon(building.reached);
    await restore(world);
    expect(await used).toBe('engine-crashed');
    expect(told(world.now.state)).toEqual(before);
    expect(world.agrees()).toBe(true);
  });
});

test('an engine that is lost while nothing is open has nothing to read', async () => {
  const world = new World();
  await restored(world);
  expect(world.now).toMatchObject({ state: { phase: 'empty' }, problem: null });
  expect(world.calls).toEqual([]);
});

test('an engine that is lost while it looks at a first file leaves nothing open, and says so', async () => {
  const world = new World();
  const looking = world.hold('inspect');
  const dropped = codeOf(world.session.inspect([file('first.csv')]));
  await soon(looking.reached);
  await restored(world);
  expect(await dropped).toBe('engine-crashed');
  expect(world.now).toMatchObject({ state: { phase: 'empty' }, problem: { code: 'engine-crashed' } });
});

test('an engine that is lost again while the mapping page’s files are read does not forget what was chosen there', async () => {
  const world = await opened('mapped.csv');
  await world.session.choose({ ...USD, tax: 'in' });
  const before = told(world.now.state);
  world.hold('inspect').release();
  const second = world.hold('inspect');
  await world.lose();
  await soon(second.reached);
  await restored(world);
  expect(told(world.now.state)).toEqual(before);
  expect(world.agrees()).toBe(true);
});

describe('while the tables are read again', () => {
  test('that is said, and then what was said before', async () => {
    const world = await opened();
    world.session.say(new Error('said before'));
    const reading = world.hold('inspect');
    await world.lose();
    await soon(reading.reached);
    expect(world.now.problem?.message).toBe(words.project.restarted);
    await restored(world);
    expect(world.now.problem?.message).toBe('said before');
  });

  test('a file that is dropped waits until they are back', async () => {
    const world = await opened();
    const reading = world.hold('inspect');
    await world.lose();
    await soon(reading.reached);
    const dropped = world.session.inspect([file('dropped.csv')]);
    expect(world.calls.at(-1)).toBe('inspect open.csv');
    reading.release();
    await soon(dropped);
    expect(world.now.state).toMatchObject({
      phase: 'mapping',
      open: { source: { choices: EUR } },
      inspection: { file: { name: 'dropped.csv' } },
    });
    expect(world.agrees()).toBe(true);
  });

  test('a person can close them: nothing comes back', async () => {
    const world = await opened();
    const reading = world.hold('inspect');
    await world.lose();
    await soon(reading.reached);
    await world.session.close();
    await world.session.restored;
    expect(world.now.state).toEqual({ phase: 'empty' });
    expect(world.agrees()).toBe(true);
  });

  test('a failure is said, and leaves no mapping page without its files', async () => {
    const world = await opened('mapped.csv');
    world.refused.add('mapped.csv');
    await restored(world);
    expect(world.now).toMatchObject({ state: { phase: 'ready' }, problem: { code: 'bad-file' } });
    expect(world.agrees()).toBe(true);
  });
});

describe('a file that has not reached the engine when it is lost', () => {
  test('is read on where nothing was open', async () => {
    const world = new World();
    const reading = world.hold('read');
    const dropped = world.session.inspect([file('dropped.csv')]);
    await soon(reading.reached);
    await world.lose();
    reading.release();
    await soon(dropped);
    expect(world.now.state).toMatchObject({
      phase: 'mapping',
      inspection: { file: { name: 'dropped.csv' } },
    });
    expect(world.agrees()).toBe(true);
  });

  test('is read once what was open is back', async () => {
    const world = await opened();
    const reading = world.hold('read');
    const dropped = world.session.inspect([file('dropped.csv')]);
    await soon(reading.reached);
    await world.lose();
    await soon(dropped);
    expect(world.calls.slice(-3)).toEqual(['inspect open.csv', 'build open.csv', 'inspect dropped.csv']);
    expect(world.now.state).toMatchObject({ phase: 'mapping', open: { source: { choices: EUR } } });
    expect(world.agrees()).toBe(true);
  });

  test('is built once its mapping page is back', async () => {
    const world = await opened('mapped.csv');
    const sifting = world.hold('sift');
    const used = world.session.build(USD);
    await soon(sifting.reached);
    await world.lose();
    await soon(used);
    expect(world.open).toBe('mapped.csv');
    expect(world.now.state).toMatchObject({ phase: 'ready', open: { source: { choices: USD } } });
    expect(world.agrees()).toBe(true);
  });

  test('is opened from the start where it was the first one', async () => {
    const world = new World();
    const sifting = world.hold('sift');
    const openedNow = world.session.open([file('first.csv')]);
    await soon(sifting.reached);
    await world.lose();
    await soon(openedNow);
    expect(world.calls).toEqual(['inspect first.csv', 'inspect first.csv', 'build first.csv']);
    expect(world.now.state.phase).toBe('ready');
    expect(world.agrees()).toBe(true);
  });
});

test('an engine that is lost with the answer to a choice goes back to the last draft it agreed to', async () => {
  const world = await opened('mapped.csv');
  const proposing = world.hold('propose');
  const chosen = codeOf(world.session.choose({ ...USD, tax: 'in' }));
  await soon(proposing.reached);
  await restored(world);
  expect(await chosen).toBe('engine-crashed');
  expect(world.now.state).toMatchObject({ phase: 'mapping', draft: USD });
  expect(world.agrees()).toBe(true);
});
