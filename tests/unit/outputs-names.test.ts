import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marked, shown } from '../../src/i18n/shown';
import { safeFileName } from '../../src/outputs/save';
import { linesOfText } from '../../src/outputs/svg';

describe('the name of a saved file', () => {
  it('keeps what a person wrote', () => {
    expect(safeFileName('Khách hàng quen 2024', 'csv')).toBe('Khách-hàng-quen-2024.csv');
    expect(safeFileName('cohort-retention', 'svg')).toBe('cohort-retention.svg');
  });

  it.each([
    ['../../etc/passwd', 'etc-passwd.csv'],
    ['C:\\Windows\\x', 'C-Windows-x.csv'],
    ['con', 'regulars-con.csv'],
    ['.hidden', 'hidden.csv'],
    ['', 'regulars.csv'],
    ['\u202egpj.exe', 'gpj.exe.csv'],
    ['=cmd|calc', 'cmd-calc.csv'],
  ])('%j becomes %s', (name, safe) => expect(safeFileName(name, 'csv')).toBe(safe));

  it('is never a path, never hidden, never long, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const safe = safeFileName(name, 'csv');
        expect(safe).not.toMatch(/[/\\:*?"<>|\p{Cc}\p{Cf}]/u);
        expect(safe).toMatch(/^[^.\-~$=+@ ].*\.csv$/u);
        expect([...safe].length).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('a text from a file, as it is shown', () => {
  it('shows controls and characters that turn or hide text as marks', () => {
    expect(shown('a\u202eb\u200bc\td\u0000\u007f')).toBe('a\ufffdb\ufffdc␉d␀␡');
  });

  it('is cut at 80 characters, whole characters only', () => {
    expect([...shown('x'.repeat(200))].length).toBe(80);
    expect(shown('😀'.repeat(100)).endsWith('😀…')).toBe(true);
    expect(marked('x'.repeat(200)).length).toBe(200);
  });

  it('keeps text written right to left apart from its neighbours', () => {
    expect(shown('שלום')).toBe('\u2068שלום\u2069');
    expect(shown('plain')).toBe('plain');
  });

  it('has nothing hidden left in it, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => !/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(marked(text))),
    );
  });
});

describe('the finding above a saved picture', () => {
  it('is cut into lines between words, and loses none', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/)), (words) => {
        const lines = linesOfText(words.join(' '), 20);
        expect(lines.join(' ')).toBe(words.join(' '));
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(20);
      }),
    );
  });
});
