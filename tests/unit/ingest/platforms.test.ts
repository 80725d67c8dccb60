import { describe, expect, it } from 'vitest';
import type { Field } from '../../../src/domain/choices';
import { uniqueHeaders } from '../../../src/ingest/dialect/headers';
import { proposeMapping } from '../../../src/ingest/mapping/propose-mapping';
import { countEvidence } from './count-evidence';
import { dataJson, hasData } from './data-folder';

interface Platform {
  platform: string;
  export: string;
  headers: string[];
  roles: Record<string, string | string[] | null>;
}

const listed = (role: string | string[] | null | undefined): string[] =>
  Array.isArray(role) ? role : role ? [role] : [];

const MONEY =
  'total subtotal net line_total discount tax shipping refund unit_price tip fee gross paid settled_total'.split(
    ' ',
  );
const CHECKED: Field[] =
  'order_id date quantity product status tax shipping refund discount unit_price sku currency'.split(
    ' ',
  ) as Field[];
const AMOUNTS = ['total', 'subtotal', 'line_total', 'net', 'gross'];

/** A believable value for a header: what its role says, else a word. */
function valueFor(header: string, roles: Platform['roles'], row: number): string {
  const has = (role: string) => listed(roles[role]).includes(header);
  const hasRole = Object.keys(roles).some(has);
  if (has('date') || (!hasRole && /\b(date|time|at)\b/i.test(header))) return `2024-04-${10 + (row % 18)}`;
  if (MONEY.some(has)) return `${row * 7 + 3}.${10 + row}`;
  if (has('quantity')) return `${1 + (row % 3)}`;
  if (/e-?mail/i.test(header)) return `u${row % 20}@example.com`;
  if (has('order_id')) return `A${1000 + row}`;
  return `${header.slice(0, 3)}${row % 9}x`;
}

/** Roles of a known export that the proposal gives to a column listed for them, and those it does not. */
function compare({ headers, roles }: Platform): { agreed: string[]; missed: string[] } {
  const rows = Array.from({ length: 40 }, (_, row) => headers.map((header) => valueFor(header, roles, row)));
  const proposal = proposeMapping(
    countEvidence(uniqueHeaders(headers, headers.length), rows),
    { name: 'x' },
    { profile: 'none' },
  );
  const columnOf = (field: Field) =>
    headers[proposal.fields.find((found) => found.field === field)?.position ?? -1];
  const inFile = (role: string) => listed(roles[role]).filter((header) => headers.includes(header));
  const agreed: string[] = [];
  const missed: string[] = [];
  const check = (role: string, wanted: string[], got: (string | undefined)[]) => {
    if (wanted.length > 0) (wanted.some((header) => got.includes(header)) ? agreed : missed).push(role);
  };
  for (const field of CHECKED) check(field, inFile(field), [columnOf(field)]);
  const amounts = AMOUNTS.flatMap(inFile);
  check('amount', amounts, proposal.amount_from === 'amount' ? [columnOf('amount')] : amounts);
  check(
    'customer',
    inFile('customer'),
    (['customer', 'email', 'phone', 'customer_name'] as const).map(columnOf),
  );
  return { agreed, missed };
}

describe.skipIf(!hasData)('export layouts of sales platforms', () => {
  const platforms = hasData ? dataJson<{ platforms: Platform[] }>('headers/platforms.json').platforms : [];
  const compared = platforms.map((platform) => ({
    name: `${platform.platform}: ${platform.export}`,
    ...compare(platform),
  }));

  it('nine in ten of their columns with a role are proposed for it by name', () => {
    const agreed = compared.flatMap((result) => result.agreed).length;
    const missed = compared.flatMap(({ name, missed: roles }) => roles.map((role) => `${name} ${role}`));
    console.info(`${agreed} of ${agreed + missed.length} roles; missed: ${missed.join(' · ')}`);
    expect(agreed / (agreed + missed.length)).toBeGreaterThan(0.93);
  });

  it('the date and the amount are found wherever the layout has them, three layouts apart', () => {
    const without = compared.filter(({ missed }) => missed.includes('date') || missed.includes('amount'));
    expect(without.length).toBeLessThanOrEqual(3);
  });
});
