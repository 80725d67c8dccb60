import { rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countOf } from '../helpers/counts';
import { exportHeaders } from '../helpers/fuzz/export-headers';
import { endOf, type Ending } from '../helpers/fuzz/ends-in';
import { fuzzed } from '../helpers/fuzz/mutate';
import { Random } from '../helpers/fuzz/random';
import { startReading, type Reading } from '../helpers/fuzz/reading';
import { validFiles, type ValidFile } from '../helpers/fuzz/valid';
import { watchOver } from '../helpers/fuzz/watchdog';

/**
 * Damaged files of all formats end in a table, a question or a sentence. A failure names its seed
 * (`FUZZ_SEED`).
 */

const INPUTS = countOf({ short: 1500, whole: 10_000 });
/** Every so-manieth file goes through the engine's look to the mapping; the others are read and cut into cells. */
const LOOKED_AT = 40;
/** Milliseconds of the processor; no file of these few kilobytes may take more. */
const BUDGET_MS = 10_000;
/** After so long the readers of older formats are ended, which in the page takes ten seconds a megabyte and at least 30. */
const READING_MS = 1500;
/** Code of others loops over a few damaged workbooks; so many of ten thousand may be ended. */
const MOST_ENDED = 10;
const FIXED_SEED = 20_241_122;
const NEW_SEED = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));

/** What is being read, for whoever finds this process killed over it. */
const LAST = path.join(os.tmpdir(), 'regulars-fuzz-last.bin');

describe('files damaged at random, of every format that is read', () => {
  const rejections: unknown[] = [];
  const onRejection = (reason: unknown) => void rejections.push(reason);
  const watch = watchOver(BUDGET_MS);
  let valid: ValidFile[] = [];
  let reading: Reading;
  beforeAll(async () => {
    process.on('unhandledRejection', onRejection);
    reading = await startReading(READING_MS);
    valid = await validFiles(new Random(1), exportHeaders());
  });
  afterAll(async () => {
    process.off('unhandledRejection', onRejection);
    await watch.end();
    await reading.close();
    rmSync(LAST, { force: true });
  });

  it('are whole before: each valid file is a table', async () => {
    const wrong: string[] = [];
    for (const { name, bytes } of valid) {
      const { end, wrong: why } = await endOf(reading, { name, bytes, how: '' }, false);
      if (why !== null || (end !== 'table' && name !== 'locked.xlsx'))
        wrong.push(`${name}: ${end} ${why ?? ''}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ['the fixed seed', FIXED_SEED],
    ['a new seed', NEW_SEED],
  ])(
    'end in a table, a question or a sentence, none without end: half of the files, from %s %i',
    async (_, seed) => {
      const random = new Random(seed);
      const ends: Partial<Record<Ending['end'], number>> = {};
      const wrong: string[] = [];
      let slowest = 0;
      for (let i = 0; i < INPUTS / 2; i++) {
        const file = fuzzed(random, valid);
        writeFileSync(LAST, file.bytes);
        watch.next(`seed ${seed}, file ${i} (${file.how}), its bytes are in ${LAST}`);
        const started = performance.now();
        const { end, wrong: why } = await endOf(reading, file, i % LOOKED_AT === 0);
        slowest = Math.max(slowest, performance.now() - started);
        ends[end] = (ends[end] ?? 0) + 1;
        if (why !== null) wrong.push(`seed ${seed}, file ${i} (${file.how}, as ${file.name}): ${why}`);
      }
      console.info(
        `seed ${seed}: ${JSON.stringify(ends)}, slowest ${Math.round(slowest)} ms, ${reading.ended} ended`,
      );
      expect(wrong).toEqual([]);
      expect(rejections).toEqual([]);
      expect(reading.ended).toBeLessThanOrEqual(MOST_ENDED);
    },
    600_000,
  );
});
