import { expect, test } from 'vitest';
import { countOf } from '../helpers/counts';
import { forgetKills } from '../helpers/forget-kills';

test('a browser that is killed while a customer is forgotten for good has all of them afterwards or, said or not, nothing that names them', async () => {
  const rounds = countOf({ short: 3, whole: 40 });
  const { kills, lost, ...figures } = await forgetKills(rounds, Number(process.env.SEED ?? 3));
  console.log(JSON.stringify({ kills, ...figures }));
  expect({ kills, lost }).toEqual({ kills: rounds, lost: [] });
});
