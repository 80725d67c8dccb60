import { analyses } from '../analyses/registry';
import type { CustomersWho } from '../engine/call-contract';
import { settings } from './settings';

const NOTHING = {
  ...{ attribute: '', value: '', status: '', group: '' },
  ...{ atLeast: 0, under: 0 },
};

/** Which customers all questions are about; everybody where nothing is chosen. Kept from page to page. */
class Who {
  attribute = $state('');
  value = $state('');
  status = $state('');
  group = $state('');
  /** Months since the first order, `under` not included; 0 for no such end. */
  atLeast = $state(0);
  under = $state(0);

  /** As the parameter `customers_who`; groups are found by the cuts and squares that stay with the project. */
  get asked(): CustomersWho | null {
    const { attribute, value, status, group, atLeast, under } = this;
    const ends = {
      ...(atLeast > 0 ? { at_least: { months: atLeast } } : {}),
      ...(under > 0 ? { under: { months: under } } : {}),
    };
    const asked: CustomersWho = {
      ...(attribute && value ? { [attribute]: [value] } : {}),
      ...(status ? { status: [status] } : {}),
      ...(atLeast > 0 || under > 0 ? { tenure: ends } : {}),
      ...(group ? { rfm: { group: [group], ...ownCuts() } } : {}),
    };
    return Object.keys(asked).length > 0 ? asked : null;
  }

  change(changed: Partial<typeof NOTHING>): void {
    Object.assign(this, changed);
  }

  /** Another file, or the same one read otherwise, may not have the value. */
  clear(): void {
    Object.assign(this, NOTHING);
  }
}

/** What a person has set for RFM; what is as usual is not said. */
function ownCuts(): Record<string, string> {
  const rfm = analyses.get('rfm');
  if (!rfm) return {};
  const usual = new Map(rfm.params.map((spec) => [spec.name, spec.default]));
  return Object.fromEntries(
    Object.entries(settings.of(rfm)).flatMap(([name, value]) =>
      typeof value === 'string' && value !== usual.get(name) ? [[name, value]] : [],
    ),
  );
}

export const who = new Who();
