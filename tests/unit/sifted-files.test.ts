import { describe, expect, it } from 'vitest';
import type { Choices } from '../../src/domain/choices';
import { siftedFiles } from '../../src/state/sifted-files';

const table = (of: string, name: string, role: 'lines' | 'customers') => ({
  of,
  bytes: new Blob([name]),
  choice: { name, role, header: true, forgotten: 2 },
});

describe('files of which some were written anew', () => {
  it('stand in their old places; what was said of them by name, sheet or person is said of the new ones', () => {
    const files = ['old.xlsx', 'rates.csv', 'left.csv', 'new.csv'].map((name) => new File([name], name));
    const choices: Choices = {
      history: 'complete',
      files: [
        { name: 'old.xlsx', sheet: 'Sales', role: 'lines' },
        { name: 'old.xlsx', sheet: 'People', role: 'customers' },
        { name: 'rates.csv', role: 'ignore' },
        { name: 'new.csv', forgotten: 1 },
        { name: 'left.csv', role: 'ignore' },
      ],
      newer: ['new.csv', 'old.xlsx'],
      identity: { merge: 'on', apart: ['Ada@example.com', '17', 'bob@example.com'] },
    };
    const tables = [
      table('old.xlsx', 'old.xlsx Sales.csv', 'lines'),
      table('old.xlsx', 'old.xlsx People.csv', 'customers'),
    ];
    const sifted = siftedFiles(files, choices, {
      ...{ hashes: [], tables, keys: ['17', 'ada@example.com'], unread: ['left.csv'] },
    });
    const names = ['old.xlsx Sales.csv', 'old.xlsx People.csv', 'rates.csv', 'new.csv'];
    expect(sifted.files.map(({ name }) => name)).toEqual(names);
    expect(sifted.files[2]).toBe(files[1]);
    expect(sifted.choices).toEqual({
      history: 'complete',
      files: [choices.files![2], choices.files![3], tables[0]!.choice, tables[1]!.choice],
      newer: ['new.csv', 'old.xlsx Sales.csv', 'old.xlsx People.csv'],
      identity: { merge: 'on', apart: ['bob@example.com'] },
    });
  });
});
