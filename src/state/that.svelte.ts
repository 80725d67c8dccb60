import type { OrdersThat } from '../engine/call-contract';
import { engine } from './engine';
import { project } from './project.svelte';

const NOTHING = { attribute: '', value: '', from: '', to: '', isInside: false };

/** Which orders all questions are about; all of them where nothing is chosen. Kept from page to page. */
class That {
  attribute = $state('');
  value = $state('');
  /** Days as 'YYYY-MM-DD', both included; empty where there is no such end. */
  from = $state('');
  to = $state('');
  /** The first of these orders is the customer's first. */
  isInside = $state(false);
  /** The values of the attribute that most orders have. */
  values = $state.raw<readonly string[]>([]);
  /** As the parameter `orders_that`. */
  readonly asked: OrdersThat | null = $derived(
    (this.attribute && this.value) || this.from || this.to
      ? ({
          ...(this.from ? { from: this.from } : {}),
          ...(this.to ? { to: this.to } : {}),
          ...(this.isInside ? { first_order: 'inside' } : {}),
          ...(this.attribute && this.value ? { [this.attribute]: [this.value] } : {}),
        } as OrdersThat)
      : null,
  );

  /** Another file, or the same one read otherwise, may not have the value nor the days. */
  clear(): void {
    Object.assign(this, NOTHING);
    this.values = [];
  }

  /** Tell orders apart by another attribute: its most frequent value is chosen. */
  async choose(attribute: string): Promise<void> {
    Object.assign(this, { attribute, value: '' });
    this.values = [];
    if (!attribute) return;
    try {
      const values = await engine.orderValues(new AbortController().signal, attribute);
      if (this.attribute !== attribute) return;
      this.values = values;
      this.value = values[0] ?? '';
    } catch (error) {
      this.attribute = '';
      project.say(error);
    }
  }
}

export const that = new That();
