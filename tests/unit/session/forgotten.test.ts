import { describe, expect, test } from 'vitest';
import { codeOf, file, soon, World } from './world';

async function opened(): Promise<World> {
  const world = new World();
  await world.session.open([file('open.csv')]);
  return world;
}

const sourceNames = (world: World) => {
  const { state } = world.now;
  return state.phase === 'ready' ? state.open.source.files.map(({ name }) => name) : null;
};

describe('a customer who was forgotten', () => {
  test('is left out of a file that is opened in one go, before anybody is told', async () => {
    const world = new World();
    world.forgotten.add('open.csv');
    await world.session.open([file('open.csv')]);
    expect(world.open).toBe('without-open.csv');
    expect(world.told).toEqual(['without-open.csv']);
    expect(sourceNames(world)).toEqual(['without-open.csv']);
    expect(world.agrees()).toBe(true);
  });

  test('is left out of a file that comes by the mapping page', async () => {
    const world = await opened();
    world.forgotten.add('mapped.csv');
    await world.session.inspect([file('mapped.csv')]);
    await world.session.build({});
    expect(world.open).toBe('without-mapped.csv');
    expect(sourceNames(world)).toEqual(['without-mapped.csv']);
  });

  test('is left out of files that are read again after the engine was lost, and by hand', async () => {
    const world = await opened();
    world.forgotten.add('open.csv');
    await world.lose();
    await soon(world.session.restored);
    expect(world.open).toBe('without-open.csv');
    world.forgotten.add('without-open.csv');
    await world.session.rebuild();
    expect(sourceNames(world)).toEqual(['without-without-open.csv']);
  });

  test('stays left out of the mapping page that a failed building goes back to', async () => {
    const world = await opened();
    world.forgotten.add('mapped.csv');
    await world.session.inspect([file('mapped.csv')]);
    world.refusesChoices = ({ tax }) => tax === 'in';
    expect(await codeOf(world.session.build({ tax: 'in' }))).toBe('bad-choice');
    expect(world.now.state).toMatchObject({
      phase: 'mapping',
      inspection: { file: { name: 'without-mapped.csv' } },
    });
    expect(world.agrees()).toBe(true);
  });
});

test('forgetting during a build ends that build, whose tables never come', async () => {
  const world = await opened();
  await world.session.inspect([file('other.csv')]);
  const building = world.hold('build', { late: true });
  const used = codeOf(world.session.build({}));
  await soon(building.reached);
  // As `forgetting` does it: back to what is open, then the same files without the customer.
  const left = world.session.dismiss();
  const replaced = world.session.open([file('open-without.csv')]);
  await Promise.all([left, replaced]);
  expect(sourceNames(world)).toEqual(['open-without.csv']);
  building.release();
  expect(await used).toBe('cancelled');
  expect(sourceNames(world)).toEqual(['open-without.csv']);
  expect(world.told).toEqual(['open.csv', 'open-without.csv']);
});
