import { describe, expect, test } from 'vitest';
import { codeOf, file, soon, World } from './world';

/** A world with tables of `open.csv`, and a second file on its mapping page where that is asked for. */
async function opened(beside?: string): Promise<World> {
  const world = new World();
  await world.session.open([file('open.csv')], { currency: 'EUR' });
  if (beside) await world.session.inspect([file(beside)], { currency: 'USD' });
  return world;
}

describe('a second file while one is read', () => {
  test('ends the first, whose failure says nothing', async () => {
    const world = new World();
    const reading = world.hold('inspect');
    const first = codeOf(world.session.inspect([file('first.csv')]));
    await soon(reading.reached);
    await world.session.inspect([file('second.csv')]);
    expect(await first).toBe('cancelled');
    expect(world.now).toMatchObject({
      state: { phase: 'mapping', inspection: { file: { name: 'second.csv' } } },
    });
    expect(world.now.problem).toBeNull();
    expect(world.agrees()).toBe(true);
  });

  test('ends one that is opened in one go, which takes nothing back any more', async () => {
    const world = await opened();
    const building = world.hold('build');
    const first = codeOf(world.session.open([file('first.csv')]));
    await soon(building.reached);
    await world.session.inspect([file('second.csv')]);
    expect(await first).toBe('cancelled');
    expect(world.now.state).toMatchObject({ phase: 'mapping', inspection: { file: { name: 'second.csv' } } });
    expect(world.agrees()).toBe(true);
  });

  test('that is refused goes back to what was there before the first', async () => {
    const world = await opened('mapped.csv');
    const before = world.now.state;
    world.refused.add('second.csv');
    const reading = world.hold('inspect');
    const first = codeOf(world.session.inspect([file('first.csv')]));
    await soon(reading.reached);
    expect(await codeOf(world.session.inspect([file('second.csv')]))).toBe('bad-file');
    expect(await first).toBe('cancelled');
    expect(world.now.state).toBe(before);
    expect(world.now.problem?.code).toBe('bad-file');
    expect(world.agrees()).toBe(true);
  });
});

describe('an answer that comes late', () => {
  test('after another file was dropped changes nothing', async () => {
    const world = new World();
    const slow = world.hold('inspect', { late: true });
    const first = codeOf(world.session.inspect([file('first.csv')]));
    await soon(slow.reached);
    const fast = world.hold('inspect');
    const second = world.session.inspect([file('second.csv')]);
    await soon(fast.reached);
    slow.release();
    expect(await first).toBe('cancelled');
    expect(world.now.state.phase).toBe('reading');
    fast.release();
    await soon(second);
    expect(world.now.state).toMatchObject({ phase: 'mapping', inspection: { file: { name: 'second.csv' } } });
    expect(world.agrees()).toBe(true);
  });

  test('after it was stopped is taken out of the engine', async () => {
    const world = await opened();
    const before = world.now.state;
    const slow = world.hold('inspect', { late: true });
    const dropped = codeOf(world.session.inspect([file('late.csv')]));
    await soon(slow.reached);
    world.session.stop();
    slow.release();
    expect(await dropped).toBe('cancelled');
    expect(world.now).toMatchObject({ state: before, problem: null });
    expect(world.agrees()).toBe(true);
  });

  test('of a proposal does not reach the page of other files', async () => {
    const world = await opened('mapped.csv');
    const proposing = world.hold('propose');
    const chosen = world.session.choose({ tax: 'in' });
    await soon(proposing.reached);
    await world.session.inspect([file('other.csv')], { tax: 'out' });
    proposing.release();
    await soon(chosen);
    expect(world.now.state).toMatchObject({
      phase: 'mapping',
      draft: { tax: 'out' },
      agreed: { tax: 'out' },
      inspection: { proposal: { choices: { tax: 'out' } } },
    });
  });
});

describe('work that is stopped', () => {
  test('in reading leaves the mapping page as it was, and its total is counted again', async () => {
    const world = await opened('mapped.csv');
    const before = world.now.state;
    const counts = world.counted.length;
    const reading = world.hold('read');
    const dropped = codeOf(world.session.inspect([file('other.csv')]));
    await soon(reading.reached);
    world.session.stop();
    expect(await dropped).toBe('cancelled');
    expect(world.now).toMatchObject({ state: before, problem: null });
    expect(world.counted.slice(counts)).toEqual([{ currency: 'USD' }]);
    expect(world.agrees()).toBe(true);
  });

  test('in building leaves the mapping page and the open tables as they were', async () => {
    const world = await opened('mapped.csv');
    const before = world.now.state;
    const building = world.hold('build');
    const used = codeOf(world.session.build({ currency: 'GBP' }));
    await soon(building.reached);
    expect(world.now.state).toMatchObject({ phase: 'building', from: before, inOneGo: false });
    world.session.stop();
    expect(await used).toBe('cancelled');
    expect(world.now.state).toBe(before);
    expect(world.told).toEqual(['open.csv']);
    expect(world.agrees()).toBe(true);
  });

  test('is not brought back by going back in the midst of it', async () => {
    const world = await opened('mapped.csv');
    const building = world.hold('build');
    const used = codeOf(world.session.build({}));
    await soon(building.reached);
    await world.session.dismiss();
    expect(await used).toBe('cancelled');
    expect(world.now.state).toMatchObject({
      phase: 'ready',
      open: { source: { choices: { currency: 'EUR' } } },
    });
    expect(world.agrees()).toBe(true);
  });
});

describe('choices of a fast hand', () => {
  test('are the draft at once, and whoever waits for the last one builds with it', async () => {
    const world = await opened('mapped.csv');
    const proposing = world.hold('propose');
    void world.session.choose({ tax: 'in' });
    void world.session.choose({ tax: 'in', shipping: 'in' });
    await soon(proposing.reached);
    expect(world.now.state).toMatchObject({ draft: { tax: 'in', shipping: 'in' } });
    proposing.release();
    await soon(world.session.chosen);
    expect(world.now.state).toMatchObject({
      agreed: { tax: 'in', shipping: 'in' },
      inspection: { proposal: { choices: { tax: 'in', shipping: 'in' } } },
    });
  });

  test('that the engine refuses go back to the last draft it agreed to', async () => {
    const world = await opened('mapped.csv');
    await world.session.choose({ tax: 'in' });
    world.refusesChoices = ({ shipping }) => shipping === 'in';
    expect(await codeOf(world.session.choose({ tax: 'in', shipping: 'in' }))).toBe('bad-choice');
    expect(world.now.state).toMatchObject({ phase: 'mapping', draft: { tax: 'in' }, agreed: { tax: 'in' } });
    expect(world.counted.at(-1)).toEqual({ tax: 'in' });
  });

  test('that are refused after a later one was made leave that one', async () => {
    const world = await opened('mapped.csv');
    world.refusesChoices = ({ shipping, tax }) => shipping === 'in' && tax === undefined;
    const proposing = world.hold('propose');
    const first = codeOf(world.session.choose({ shipping: 'in' }));
    await soon(proposing.reached);
    const second = world.session.choose({ shipping: 'in', tax: 'in' });
    proposing.release();
    expect(await first).toBe('bad-choice');
    await soon(second);
    expect(world.now.state).toMatchObject({ draft: { shipping: 'in', tax: 'in' } });
  });

  test('that cut cells in another way read the files again, which are as new as before', async () => {
    const world = await opened('mapped.csv');
    const recut = { files: [{ name: 'mapped.csv', header: false }] };
    await world.session.choose(recut);
    expect(world.calls.filter((call) => call === 'inspect mapped.csv')).toHaveLength(2);
    expect(world.now.state).toMatchObject({ phase: 'mapping', draft: recut, isNew: true });
  });
});
