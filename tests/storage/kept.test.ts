import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, test } from 'vitest';
import { openDatabase, upgrades, type Upgrade } from '../../src/storage/database';
import { openKept, type Kept, type KeptOptions } from '../../src/storage/kept';
import type { KeptProject } from '../../src/storage/kept-project';
import { locksOfOneBrowser } from '../helpers/locks';

let count = 0;
const opened: Kept[] = [];
const freshName = () => `regulars-test-${++count}`;

async function open(name: string, options: KeptOptions = {}): Promise<Kept> {
  const outcome = await openKept({ name, locks: undefined, ...options });
  if (!outcome.ok) throw new Error(outcome.error.message);
  opened.push(outcome.value);
  return outcome.value;
}
afterEach(() => {
  for (const kept of opened.splice(0)) kept.close();
});

const project = (text: string, name = text): KeptProject => ({
  name,
  app: '0.1.0',
  files: [{ name: `${text}.csv`, sha256: `hash of ${text}`, bytes: new Blob([text]) }],
  choices: { history: 'complete', map: { date: 'Day' } },
  settings: { analysis: 'cohort-retention' },
});

async function nameKept(kept: Kept) {
  const outcome = await kept.reopen();
  return outcome.ok ? (outcome.value?.name ?? null) : outcome.error.code;
}

/** Run `work` with the k-th change of a store (put, add, delete, clear) failing in the given way. */
async function failingAt(k: number, way: 'throws' | 'aborts', work: () => Promise<void>): Promise<number> {
  const prototype = IDBObjectStore.prototype;
  const kinds = ['put', 'add', 'delete', 'clear'] as const;
  const originals = kinds.map((kind) => prototype[kind]);
  let calls = 0;
  kinds.forEach((kind, i) => {
    const failing = function (this: IDBObjectStore, ...args: unknown[]) {
      calls++;
      const original = originals[i] as unknown as (...all: unknown[]) => IDBRequest<never>;
      if (calls !== k) return original.apply(this, args);
      if (way === 'throws') throw new DOMException('the disk is full', 'QuotaExceededError');
      const request = original.apply(this, args);
      this.transaction.abort();
      return request;
    };
    prototype[kind] = failing as never;
  });
  try {
    await work();
  } finally {
    kinds.forEach((kind, i) => (prototype[kind] = originals[i] as never));
  }
  return calls;
}

/** As WebKit does in a private window: a Blob cannot be put, and the transaction of who tries is rolled back. */
async function refusingBlobs(work: () => Promise<void>): Promise<void> {
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
    if (value instanceof Blob)
      throw new DOMException('Error preparing Blob/File data to be stored in object store', 'UnknownError');
    return put.call(this, value, key);
  };
  try {
    await work();
  } finally {
    IDBObjectStore.prototype.put = put;
  }
}

describe('a kept project', () => {
  test('is kept as bytes where the browser keeps no Blobs, and comes back the same', async () => {
    const name = freshName();
    await refusingBlobs(async () => {
      const first = await open(name);
      expect((await first.keep(project('old'))).ok).toBe(true);
      expect((await first.keep(project('sales'))).ok).toBe(true);
      first.close();
    });
    const outcome = await (await open(name)).reopen();
    if (!outcome.ok || !outcome.value) throw new Error('nothing was kept');
    expect(outcome.value).toMatchObject({ ...project('sales'), files: [{ name: 'sales.csv' }] });
    const bytes = outcome.value.files[0]?.bytes;
    expect([bytes instanceof Blob, await bytes?.text()]).toEqual([true, 'sales']);
  });

  test('comes back with its bytes, its choices and its settings', async () => {
    const name = freshName();
    const first = await open(name);
    expect(await first.reopen()).toEqual({ ok: true, value: null });
    expect(await first.keep(project('sales'))).toMatchObject({ ok: true, value: { generation: 1 } });
    first.close();
    const outcome = await (await open(name)).reopen();
    if (!outcome.ok || !outcome.value) throw new Error('nothing was kept');
    expect(outcome.value).toMatchObject({
      ...project('sales'),
      files: [{ name: 'sales.csv', sha256: 'hash of sales' }],
    });
    expect(await outcome.value.files[0]?.bytes.text()).toBe('sales');
  });

  test('is replaced by the next one, and the bytes of the one before are gone', async () => {
    const name = freshName();
    const kept = await open(name);
    await kept.keep(project('old'));
    await kept.keep(project('new'));
    expect(await nameKept(kept)).toBe('new');
    const database = await openDatabase(name);
    expect(await database.getAllKeys('blobs')).toEqual(['hash of new']);
    expect(await database.getAllKeys('recipes')).toEqual([2]);
    database.close();
  });

  test('with other choices does not write its bytes again', async () => {
    const name = freshName();
    const kept = await open(name);
    await kept.keep(project('sales'));
    const changes = await failingAt(0, 'throws', async () => {
      await kept.keep({ ...project('sales'), choices: { history: 'unknown' } });
    });
    expect(changes).toBe(3);
    const outcome = await kept.reopen();
    expect(outcome).toMatchObject({ ok: true, value: { choices: { history: 'unknown' } } });
  });

  test('kept many times at once is the last one, whole', async () => {
    const kept = await open(freshName());
    const outcomes = await Promise.all(['a', 'b', 'c', 'd'].map((text) => kept.keep(project(text))));
    expect(outcomes.every((one) => one.ok)).toBe(true);
    expect(await nameKept(kept)).toBe('d');
  });

  test('is gone after "delete everything", and nothing of it is left in any store', async () => {
    const name = freshName();
    const kept = await open(name);
    await kept.keep(project('sales'));
    expect(await kept.deleteEverything()).toMatchObject({ ok: true, value: { generation: null } });
    expect(await nameKept(kept)).toBeNull();
    const database = await openDatabase(name);
    expect([await database.count('blobs'), await database.count('recipes')]).toEqual([0, 0]);
    expect(await database.getAllKeys('pointers')).toEqual(['emptied', 'fence', 'last']);
    database.close();
    expect(await kept.keep(project('again'))).toMatchObject({ ok: true });
    expect(await nameKept(kept)).toBe('again');
  });
});

describe('a write that fails', () => {
  const ways = ['throws', 'aborts'] as const;

  test.each(ways)(
    'at any call (%s) leaves the project before, or has kept the new one and says so',
    async (way) => {
      const total = await failingAt(0, way, async () => {
        const kept = await open(freshName());
        await kept.keep(project('old'));
        await kept.keep(project('new'));
      });
      expect(total).toBeGreaterThanOrEqual(8);
      let refused = 0;
      for (let k = 1; k <= total; k++) {
        const name = freshName();
        const kept = await open(name);
        await kept.keep(project('old'));
        await failingAt(k, way, async () => {
          const outcome = await kept.keep(project('new'));
          if (!outcome.ok) refused++;
          expect(await nameKept(kept)).toBe(outcome.ok ? 'new' : 'old');
          if (!outcome.ok && way === 'throws')
            expect(outcome.error).toMatchObject({
              code: 'no-space',
              next: expect.stringContaining('still there'),
            });
        });
        kept.close();
        const again = await open(name);
        expect(['old', 'new']).toContain(await nameKept(again));
        expect(await again.keep(project('newer'))).toMatchObject({ ok: true });
        expect(await nameKept(again)).toBe('newer');
      }
      expect(refused).toBe(5);
    },
  );

  test('says the size that is needed', async () => {
    const kept = await open(freshName());
    await failingAt(1, 'throws', async () => {
      const big = {
        ...project('big'),
        files: [{ name: 'big.csv', sha256: 'x', bytes: new Blob(['x'.repeat(2_500_000)]) }],
      };
      const outcome = await kept.keep(big);
      expect(outcome.ok ? '' : outcome.error.message).toContain('“big”: it needs 3 MB');
      // Nothing was kept before, so nothing is said of it.
      expect(outcome.ok ? '' : outcome.error.next).not.toContain('still there');
    });
  });

  test('while opening on a full disk does not stop anybody from reading', async () => {
    const name = freshName();
    const first = await open(name);
    await first.keep(project('sales'));
    first.close();
    await failingAt(1, 'throws', async () => {
      const kept = await open(name);
      expect(await nameKept(kept)).toBe('sales');
      expect(await kept.keep(project('next'))).toMatchObject({ ok: true });
    });
  });

  test('while deleting says so and deletes nothing', async () => {
    const kept = await open(freshName());
    await kept.keep(project('sales'));
    for (let k = 1; k <= 3; k++)
      await failingAt(k, 'aborts', async () => {
        expect(await kept.deleteEverything()).toMatchObject({ ok: false, error: { code: 'not-deleted' } });
        expect(await nameKept(kept)).toBe('sales');
      });
  });

  test('sabotage: a writer that deletes first and writes then is caught by the same failure', async () => {
    const name = freshName();
    const kept = await open(name);
    await kept.keep(project('old'));
    await failingAt(3, 'throws', async () => {
      const database = await openDatabase(name);
      await database.clear('blobs');
      await database.clear('recipes');
      // The planted failure; what is looked at is what it leaves behind.
      await database.put('blobs', new Blob(['new']), 'hash of new').catch(() => undefined);
      database.close();
    });
    expect(await nameKept(kept)).not.toBe('old');
  });
});

describe('what was written', () => {
  /** Write other bytes than those that were given, as a broken disk would. */
  async function damaging(change: (text: string) => string, work: () => Promise<void>) {
    const original = IDBObjectStore.prototype.put;
    const damaged = new Blob([change('new')]);
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
      const isNew = this.name === 'blobs' && key === 'hash of new';
      return original.call(this, isNew ? damaged : value, key);
    };
    await work().finally(() => (IDBObjectStore.prototype.put = original));
  }

  test.each([
    ['of the same size', (text: string) => text.replace('n', 'm')],
    ['cut short', (text: string) => text.slice(1)],
  ])('is read back and compared: other bytes %s are no kept project', async (_, change) => {
    const kept = await open(freshName());
    await kept.keep(project('old'));
    await damaging(change, async () => {
      expect(await kept.keep(project('new'))).toMatchObject({
        ok: false,
        error: { code: 'kept-unreadable' },
      });
    });
    expect(await nameKept(kept)).toBe('old');
    // The damaged bytes lie under the same hash: they are not taken for good the next time.
    expect(await kept.keep(project('new'))).toMatchObject({ ok: true });
    const found = await kept.reopen();
    expect(found.ok && (await found.value?.files[0]?.bytes.text())).toBe('new');
  });

  test('and was never pointed to goes as soon as a tab writes again', async () => {
    const name = freshName();
    (await open(name)).close();
    const database = await openDatabase(name);
    await database.put('blobs', new Blob(['left over']), 'nobody');
    (await open(name)).close();
    expect(await database.getAllKeys('blobs')).toEqual([]);
    database.close();
  });
});

describe('a customer is forgotten', () => {
  const alongside = {
    forgotten: { salt: 's', hashes: ['h'] },
    notes: [['shop', '17']] as [string, string][],
  };
  const note = { reason: null, reason_text: '', note: 'canary', written_on: '2024-01-05' };
  const stateOf = async (name: string) => {
    const database = await openDatabase(name);
    const blobs = await database.getAll('blobs');
    const texts = await Promise.all(blobs.map((one) => (one as Blob).text()));
    const state = {
      rows: texts.join('|').includes('canary'),
      note: (await database.count('notes')) > 0,
      hashes: (await database.count('forgotten')) > 0,
    };
    database.close();
    return state;
  };

  test.each(['throws', 'aborts'] as const)(
    'wholly or not at all, whichever write fails (%s)',
    async (way) => {
      const forget = async (name: string, k: number) => {
        const kept = await open(name);
        await kept.keep(project('with canary'));
        await kept.keepNote('shop', '17', note);
        let done = false;
        const calls = await failingAt(k, way, async () => {
          done = (await kept.keep(project('without'), null, alongside)).ok;
        });
        kept.close();
        return { done, calls };
      };
      const { calls } = await forget(freshName(), 0);
      expect(calls).toBe(7);
      for (let k = 1; k <= calls; k++) {
        const name = freshName();
        expect((await forget(name, k)).done).toBe(false);
        expect(await stateOf(name), `write ${k}`).toEqual({ rows: true, note: true, hashes: false });
      }
      const name = freshName();
      expect((await forget(name, 0)).done).toBe(true);
      expect(await stateOf(name)).toEqual({ rows: false, note: false, hashes: true });
    },
  );
});

describe('a database that is closed from outside', () => {
  test('and deleted is opened again, empty, and the page is told to look', async () => {
    const name = freshName();
    const looks: number[] = [];
    const kept = await open(name, { onLook: () => looks.push(1) });
    await kept.keep(project('sales'));
    await deleteDB(name);
    expect(looks).toHaveLength(1);
    expect(kept.role()).toBe('writer');
    expect(await kept.standing()).toMatchObject({ ok: true, value: { generation: null, last: 0 } });
    expect(await kept.keep(project('again'))).toMatchObject({ ok: true });
    expect(await nameKept(kept)).toBe('again');
  });

  test('by a newer app is said as that', async () => {
    const name = freshName();
    const kept = await open(name);
    const next = await openDB(name, upgrades.length + 1);
    expect(await kept.standing()).toMatchObject({ ok: false, error: { code: 'newer-version' } });
    next.close();
  });
});

describe('what cannot be read', () => {
  test('makes way for the generation before it', async () => {
    const name = freshName();
    const kept = await open(name);
    await kept.keep(project('old'));
    const database = await openDatabase(name);
    const old = await database.get('recipes', 1);
    if (!old) throw new Error('no recipe');
    await database.put(
      'recipes',
      { ...old, name: 'broken', generation: 2, files: [{ name: 'a', sha256: 'gone', bytes: 3 }] },
      2,
    );
    await database.put('pointers', 2, 'current');
    database.close();
    expect(await nameKept(kept)).toBe('old');
  });

  test('because a newer app wrote it is refused, and nothing is written', async () => {
    const name = freshName();
    const kept = await open(name);
    await kept.keep(project('old'));
    const database = await openDatabase(name);
    const old = await database.get('recipes', 1);
    if (!old) throw new Error('no recipe');
    await database.put('recipes', { ...old, schema: 2 }, 1);
    database.close();
    const changes = await failingAt(0, 'throws', async () =>
      expect(await nameKept(kept)).toBe('newer-version'),
    );
    expect(changes).toBe(0);
  });

  test('because a newer app upgraded the database is refused, and nothing is written', async () => {
    const name = freshName();
    const next = await openDB(name, upgrades.length + 1, {
      upgrade: (database) => void database.createObjectStore('new'),
    });
    next.close();
    const changes = await failingAt(0, 'throws', async () => {
      expect(await openKept({ name, locks: undefined })).toMatchObject({
        ok: false,
        error: { code: 'newer-version' },
      });
    });
    expect(changes).toBe(0);
  });

  test('an upgrade keeps what was there', async () => {
    const name = freshName();
    const first = await open(name);
    await first.keep(project('old'));
    first.close();
    const second: Upgrade = (database) => void database.createObjectStore('views' as 'blobs');
    const kept = await open(name, { upgrades: [...upgrades, second] });
    expect(await nameKept(kept)).toBe('old');
  });

  test('a browser that opens no database is a problem in words, not an exception', async () => {
    const original = globalThis.indexedDB.open;
    globalThis.indexedDB.open = () => {
      throw new DOMException('no', 'SecurityError');
    };
    const outcome = await openKept({ name: freshName(), locks: undefined });
    globalThis.indexedDB.open = original;
    expect(outcome).toMatchObject({
      ok: false,
      error: { code: 'storage-unavailable', next: expect.any(String) },
    });
  });
});

describe('two tabs', () => {
  test('the second only reads, and is told why', async () => {
    const name = freshName();
    const locks = locksOfOneBrowser();
    const first = await open(name, { locks });
    const second = await open(name, { locks });
    await first.keep(project('sales'));
    expect([first.role(), second.role()]).toEqual(['writer', 'reader']);
    expect(await second.keep(project('other'))).toMatchObject({ ok: false, error: { code: 'other-tab' } });
    expect(await second.deleteEverything()).toMatchObject({ ok: false, error: { code: 'other-tab' } });
    expect(await nameKept(second)).toBe('sales');
  });

  test('the second can take over, and the first learns of it', async () => {
    const name = freshName();
    const locks = locksOfOneBrowser();
    const roles: string[] = [];
    const first = await open(name, { locks, onRole: (role) => roles.push(role) });
    const second = await open(name, { locks });
    expect(await second.takeOver()).toMatchObject({ ok: true });
    expect(await second.keep(project('second'))).toMatchObject({ ok: true });
    expect(roles).toEqual(['writer', 'reader']);
    expect(await first.keep(project('first'))).toMatchObject({ ok: false, error: { code: 'other-tab' } });
  });

  test('the second writes as soon as the first goes, and again after it was robbed of it', async () => {
    const name = freshName();
    const locks = locksOfOneBrowser();
    const first = await open(name, { locks });
    const roles: string[] = [];
    const second = await open(name, { locks, onRole: (role) => roles.push(role) });
    const third = await open(name, { locks });
    first.close();
    await expect.poll(() => second.role()).toBe('writer');
    expect(await second.keep(project('second'))).toMatchObject({ ok: true });
    await third.takeOver();
    expect([second.role(), third.role()]).toEqual(['reader', 'writer']);
    third.close();
    await expect.poll(() => second.role()).toBe('writer');
    expect(roles).toEqual(['reader', 'writer', 'reader', 'writer']);
    expect(await second.keep(project('again'))).toMatchObject({ ok: true });
  });

  test('taking over while the first goes is done once this tab writes, not before', async () => {
    const name = freshName();
    const locks = locksOfOneBrowser();
    const first = await open(name, { locks });
    const second = await open(name, { locks });
    // The lock is here at once; that the fence is raised takes a moment more.
    first.close();
    await Promise.resolve();
    expect(await second.takeOver()).toMatchObject({ ok: true });
    expect(second.role()).toBe('writer');
    expect(await second.keep(project('second'))).toMatchObject({ ok: true });
  });

  test('what another tab has kept since is not written over, unless a person says so', async () => {
    const name = freshName();
    const locks = locksOfOneBrowser();
    const first = await open(name, { locks });
    await first.keep(project('old'));
    const second = await open(name, { locks });
    const seen = await second.standing();
    if (!seen.ok) throw new Error(seen.error.message);
    await first.keep(project('newer'));
    await second.takeOver();
    const late = await second.keep(project('late'), seen.value);
    expect(late).toMatchObject({ ok: false, error: { code: 'kept-elsewhere' } });
    expect(await nameKept(second)).toBe('newer');
    expect(await second.keep(project('late'), null)).toMatchObject({ ok: true });
    expect(await nameKept(second)).toBe('late');
  });

  test('a file opened before everything was deleted does not come back by a tab that slept', async () => {
    const name = freshName();
    const locks = locksOfOneBrowser();
    const looks: string[] = [];
    const first = await open(name, { locks });
    const second = await open(name, { locks, onLook: () => looks.push('second') });
    await first.keep(project('sales'));
    const seen = await second.standing();
    await first.deleteEverything();
    await expect.poll(() => looks.length).toBeGreaterThan(0);
    first.close();
    await expect.poll(() => second.role()).toBe('writer');
    const late = await second.keep(project('sales'), seen.ok ? seen.value : null);
    expect(late).toMatchObject({ ok: false, error: { code: 'kept-elsewhere' } });
    expect(await nameKept(second)).toBeNull();
  });

  test('a page that comes back from the cache of the browser lines up again', async () => {
    const name = freshName();
    const locks = locksOfOneBrowser();
    const first = await open(name, { locks });
    await first.keep(project('first'));
    const second = await open(name, { locks });
    first.close();
    await expect.poll(() => second.role()).toBe('writer');
    expect(await first.resume()).toMatchObject({ ok: true });
    expect(first.role()).toBe('reader');
    second.close();
    await expect.poll(() => first.role()).toBe('writer');
    expect(await nameKept(first)).toBe('first');
  });

  test('a writer that was closed makes room', async () => {
    const name = freshName();
    const locks = locksOfOneBrowser();
    (await open(name, { locks })).close();
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect((await open(name, { locks })).role()).toBe('writer');
  });

  test('without Web Locks the fence alone refuses the older writer', async () => {
    const name = freshName();
    const first = await open(name);
    await first.keep(project('first'));
    const second = await open(name);
    expect(await first.keep(project('late'))).toMatchObject({ ok: false, error: { code: 'other-tab' } });
    expect(await second.keep(project('second'))).toMatchObject({ ok: true });
    expect(await nameKept(first)).toBe('second');
  });
});
