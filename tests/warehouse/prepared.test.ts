import { describe, expect, test } from 'vitest';
import { textTable } from '../../src/engine/source-contract';
import { ENGINES, engineOf, never } from '../helpers/warehouse';

const lines = ['Order date,Order ID,Customer ID,Amount', '2024-01-02,1,a,10.00', '2024-02-03,2,a,12.50'];
const table = (text: string, name: string) => [textTable(new File([text], name))];
const shop = (name: string) => table(lines.join('\n'), name);

describe.each(ENGINES)('tables that are built while the mapping page is read, on %s', (name) => {
  test('are the ones that are used when nothing was changed, with an equal report', async () => {
    const { api } = await engineOf(name);
    await api.inspect(never, shop('plain.csv'), {});
    const asked = await api.build(never, {});
    await api.inspect(never, shop('plain.csv'), {});
    await api.prepare(never, {});
    const prepared = await api.build(never, {});
    expect({ ...prepared, provenance: null }).toEqual({ ...asked, provenance: null });
  });

  test('are built anew when something was', async () => {
    const { api } = await engineOf(name);
    await api.inspect(never, shop('changed.csv'), {});
    await api.prepare(never, {});
    const report = await api.build(never, { as_of: '2024-06-30' });
    expect(report.as_of).toBe('2024-06-30');
  });

  test('do not take the place of those in use before they are asked for', async () => {
    const { api } = await engineOf(name);
    await api.inspect(never, shop('first.csv'), {});
    await api.build(never, {});
    await api.inspect(never, table(lines.slice(0, 2).join('\n'), 'second.csv'), {});
    await api.prepare(never, {});
    const rows = await api.runAnalysis(never, 'cohort-retention', { history: 'complete' });
    expect(rows.provenance.files[0]?.name).toBe('first.csv');
    await api.dismiss(never);
    await expect(api.build(never, {})).resolves.toMatchObject({ rows_read: 2 });
  });

  test.each(['begin transaction', 'commit'])(
    'given up while "%s" runs leave the engine as it was',
    async (at) => {
      const { api, database } = await engineOf(name);
      await api.inspect(never, shop('stopped.csv'), {});
      const stop = new AbortController();
      const run = database.run.bind(database);
      // As in the page: a statement that was asked to stop ends, and its caller is told so afterwards.
      database.run = async (signal, sql) => {
        if (sql === at) stop.abort(new Error('stopped'));
        await run(never, sql);
        signal.throwIfAborted();
      };
      try {
        await api
          .prepare(stop.signal, {})
          .catch((error: unknown) => expect(String(error)).toMatch(/stopped/));
      } finally {
        database.run = run;
      }
      expect(stop.signal.aborted).toBe(true);
      await expect(api.build(never, {})).resolves.toMatchObject({ rows_read: 2 });
      await api.close(never);
    },
  );

  test('that cannot be built say so when they are asked for', async () => {
    const { api } = await engineOf(name);
    const ambiguous = lines
      .join('\n')
      .replace('2024-01-02', '03/04/2024')
      .replace('2024-02-03', '04/05/2024');
    await api.inspect(never, table(ambiguous, 'ambiguous.csv'), {});
    await expect(api.prepare(never, {})).rejects.toMatchObject({ code: 'needs-choice' });
    await expect(api.build(never, {})).rejects.toMatchObject({ code: 'needs-choice' });
    await api.dismiss(never);
  });
});
