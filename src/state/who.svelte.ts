import type { CustomersWho } from '../engine/contract';
import { project } from './project.svelte';

/** Which customers all questions are about; everybody where nothing is chosen. Kept from page to page. */
class Who {
  attribute = $state('');
  value = $state('');
  /** As the parameter `customers_who`. */
  readonly asked: CustomersWho | null = $derived(
    this.attribute && this.value ? { [this.attribute]: [this.value] } : null,
  );

  constructor() {
    // Another file, or the same one read otherwise, may not have the value.
    project.onBuilt(() => this.choose('', ''));
  }

  choose(attribute: string, value: string): void {
    this.attribute = attribute;
    this.value = value;
  }
}

export const who = new Who();
