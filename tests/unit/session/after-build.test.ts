import { expect, test } from 'vitest';
import { stepsAfterBuild, type Followers } from '../../../src/state/session/after-build';
import { codeOf, file, soon, World } from './world';

/** Followers that note when they are told. */
function followers(): { told: string[]; followers: Followers } {
  const told: string[] = [];
  const note = (name: string) => () => void told.push(name);
  const later = (name: string) => () => Promise.resolve(void told.push(name));
  return {
    told,
    followers: {
      answers: { forget: note('answers') },
      settings: { belong: note('settings') },
      scope: { belong: note('scope') },
      earlierReadings: { look: later('earlierReadings') },
      notebook: { look: later('notebook') },
      keeping: { built: note('keeping') },
      onScreen: { askAgain: note('onScreen') },
    },
  };
}

test('every follower hears of a build once', () => {
  const { told, followers: all } = followers();
  stepsAfterBuild(all).forEach((step) => step());
  expect([...told].sort()).toEqual(Object.keys(all).sort());
});

test.each([
  ['answers', 'onScreen'],
  ['settings', 'keeping'],
  ['settings', 'onScreen'],
  ['scope', 'onScreen'],
  ['earlierReadings', 'keeping'],
  ['keeping', 'onScreen'],
])('%s is told before %s', (first, second) => {
  const { told, followers: all } = followers();
  stepsAfterBuild(all).forEach((step) => step());
  expect(told.indexOf(first)).toBeLessThan(told.indexOf(second));
});

test('followers are told of each build and of the close, with the new tables in place, and of nothing else', async () => {
  const world = new World();
  await world.session.inspect([file('first.csv')]);
  await world.session.choose({ tax: 'in' });
  expect(world.told).toEqual([]);
  await world.session.build({ tax: 'in' });
  await world.session.build({ tax: 'out' });
  world.refused.add('bad.csv');
  await codeOf(world.session.open([file('bad.csv')]));
  await world.session.dismiss();
  await world.session.close();
  expect(world.told).toEqual(['first.csv', 'first.csv', 'nothing']);
  expect(world.agrees()).toBe(true);
});

test('what is being read when everything is closed never comes', async () => {
  const world = new World();
  await world.session.open([file('open.csv')]);
  const reading = world.hold('inspect');
  const dropped = codeOf(world.session.inspect([file('dropped.csv')]));
  await soon(reading.reached);
  await world.session.close();
  expect(await dropped).toBe('cancelled');
  expect(world.now.state).toEqual({ phase: 'empty' });
  expect(world.agrees()).toBe(true);
});
