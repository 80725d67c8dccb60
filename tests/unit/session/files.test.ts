import { describe, expect, test } from 'vitest';
import { codeOf, file, World } from './world';

const EUR = { currency: 'EUR' };
const USD = { currency: 'USD' };

async function opened(beside?: string): Promise<World> {
  const world = new World();
  await world.session.open([file('open.csv')], EUR);
  if (beside) await world.session.inspect([file(beside)], USD);
  return world;
}

describe('files opened in one go', () => {
  test('pass through no mapping page', async () => {
    const world = await opened();
    expect(world.phases).toEqual(['reading', 'building', 'ready']);
  });

  test.each(['bad file', 'bad choice'])('that fail (%s) leave what was open', async (what) => {
    const world = await opened();
    const before = world.now.state;
    if (what === 'bad file') world.refused.add('other.csv');
    else world.refusesChoices = ({ tax }) => tax === 'in';
    expect(await codeOf(world.session.open([file('other.csv')], { tax: 'in' }))).toBe(what.replace(' ', '-'));
    expect(world.now.state).toBe(before);
    expect(world.now.problem?.code).toBe(what.replace(' ', '-'));
    expect(world.told).toEqual(['open.csv']);
    expect(world.agrees()).toBe(true);
  });

  test('that fail leave nothing where nothing was open', async () => {
    const world = new World();
    world.refusesChoices = () => true;
    await codeOf(world.session.open([file('other.csv')]));
    expect(world.now.state).toEqual({ phase: 'empty' });
    expect(world.agrees()).toBe(true);
  });

  test('that fail after they took the place of those on the mapping page have these read again', async () => {
    const world = await opened('mapped.csv');
    world.refusesChoices = ({ tax }) => tax === 'in';
    expect(await codeOf(world.session.open([file('other.csv')], { tax: 'in' }))).toBe('bad-choice');
    expect(world.now).toMatchObject({
      state: { phase: 'mapping', draft: USD, isNew: true, inspection: { file: { name: 'mapped.csv' } } },
      problem: { code: 'bad-choice' },
    });
    expect(world.agrees()).toBe(true);
    await world.session.build(USD);
    expect(world.open).toBe('mapped.csv');
  });
});

describe('a file with a password', () => {
  test('asks again after a wrong one, opens with the right one, and leaves neither in its choices', async () => {
    const world = await opened();
    const before = world.now.state;
    expect(await codeOf(world.session.inspect([file('locked.xlsx')], USD))).toBe('needs-choice');
    expect(world.now).toMatchObject({ state: before, locked: { name: 'locked.xlsx' } });
    expect(await codeOf(world.session.unlock('wrong'))).toBe('needs-choice');
    expect(world.now).toMatchObject({ state: before, locked: { name: 'locked.xlsx' } });
    await world.session.unlock('right');
    const { state, locked, problem } = world.now;
    expect([locked, problem]).toEqual([null, null]);
    expect(state).toMatchObject({ phase: 'mapping', draft: { ...USD, files: [{ name: 'locked.xlsx' }] } });
    expect(JSON.stringify(state)).not.toMatch(/wrong|right/);
  });
});

describe('files added to those that are open', () => {
  test('are the newer ones, and cannot be added twice', async () => {
    const world = await opened('mapped.csv');
    await world.session.add();
    expect(world.now.state).toMatchObject({
      phase: 'mapping',
      isNew: false,
      draft: { ...EUR, newer: ['mapped.csv'] },
      inspection: { file: { name: 'open.csv + mapped.csv' } },
    });
    await world.session.build({ ...EUR, newer: ['mapped.csv'] });
    await world.session.inspect([file('third.csv')]);
    await world.session.add();
    expect(world.now.state).toMatchObject({ draft: { newer: ['mapped.csv', 'third.csv'] } });
  });

  test('have names of their own', async () => {
    const world = await opened('open.csv');
    await world.session.add();
    expect(world.now.state).toMatchObject({ draft: { newer: ['open (2).csv'] } });
  });

  test('that fail stay on the mapping page by themselves', async () => {
    const world = await opened('mapped.csv');
    const before = world.now.state;
    world.refused.add('open.csv + mapped.csv');
    expect(await codeOf(world.session.add())).toBe('bad-file');
    expect(world.now.state).toBe(before);
    expect(world.agrees()).toBe(true);
  });
});

describe('the mapping of what is open', () => {
  test('is of its files read again, which are not new, and is left without a trace', async () => {
    const world = await opened();
    const before = world.now.state;
    await world.session.reopen();
    expect(world.now.state).toMatchObject({ phase: 'mapping', isNew: false, draft: EUR });
    await world.session.choose({ ...EUR, tax: 'in' });
    await world.session.dismiss();
    expect(world.now.state).toEqual(before);
    expect(world.agrees()).toBe(true);
  });

  test('takes the place of a mapping page of other files', async () => {
    const world = await opened('mapped.csv');
    await world.session.reopen();
    expect(world.now.state).toMatchObject({ draft: EUR, inspection: { file: { name: 'open.csv' } } });
    expect(world.agrees()).toBe(true);
  });

  test('can be built from without being read where other choices are all', async () => {
    const world = await opened();
    await world.session.build(USD);
    expect(world.calls.filter((call) => call.startsWith('inspect'))).toHaveLength(1);
    expect(world.now.state).toMatchObject({ phase: 'ready', open: { source: { choices: USD } } });
  });
});

test('a file that is refused leaves what was open, and says why until the next one', async () => {
  const world = await opened();
  const before = world.now.state;
  world.refused.add('bad.csv');
  expect(await codeOf(world.session.inspect([file('bad.csv')]))).toBe('bad-file');
  expect(world.now).toMatchObject({ state: before, problem: { code: 'bad-file' } });
  await world.session.inspect([file('good.csv')]);
  expect(world.now.problem).toBeNull();
});

test('tables cannot be built where no file is open', async () => {
  const world = new World();
  expect(await codeOf(world.session.build(EUR))).toBe('nothing-open');
  expect(world.now.state).toEqual({ phase: 'empty' });
});
