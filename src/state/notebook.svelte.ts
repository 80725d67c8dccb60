import { isEmpty, LONGEST_NOTE, type CustomerNote, type CustomerNotes } from '../domain/customer-notes';
import type { Problem } from '../domain/outcome';
import { shopOf } from '../ingest/saved-mapping';
import { words } from '../i18n/words';
import type { Kept } from '../storage/kept';
import { project } from './project.svelte';

const BLANK: CustomerNote = { reason: null, reason_text: '', note: '', written_on: '' };

/** What the owner has written of the customers of the open file: reasons for leaving and notes, kept in this browser. */
class Notebook {
  notes = $state.raw<CustomerNotes>(new Map());
  problem = $state.raw<Problem | null>(null);

  #kept: Kept | null = null;
  #name = '';

  /** `kept` is null where this browser keeps nothing: what is written then lasts as long as the page. */
  start(kept: Kept | null): void {
    this.#kept = kept;
    project.onBuilt(() => void this.#open());
    if (project.built) void this.#open();
  }

  of(customer: string): CustomerNote {
    return this.notes.get(customer) ?? BLANK;
  }

  async write(customer: string, change: Partial<CustomerNote>): Promise<void> {
    const written = { ...this.of(customer), ...change };
    const note: CustomerNote = {
      reason: written.reason,
      reason_text: written.reason_text.trim().slice(0, LONGEST_NOTE),
      note: written.note.trim().slice(0, LONGEST_NOTE),
      written_on: new Date().toLocaleDateString('sv-SE'),
    };
    const others = [...this.notes].filter(([key]) => key !== customer);
    this.notes = new Map(isEmpty(note) ? others : [...others, [customer, note]]);
    if (!this.#kept) {
      const { unavailable, unavailableNext } = words.storage;
      this.problem = { code: 'storage-unavailable', message: unavailable, next: unavailableNext };
      return;
    }
    const kept = await this.#kept.keepNote(this.#name, customer, isEmpty(note) ? null : note);
    this.problem = kept.ok ? null : kept.error;
  }

  /** Forget what was written of these customers on this page; gives their places in what is kept. */
  forget(customers: readonly string[]): [string, string][] {
    this.notes = new Map([...this.notes].filter(([key]) => !customers.includes(key)));
    return customers.map((customer) => [this.#name, customer]);
  }

  async #open(): Promise<void> {
    const mapping = project.report?.mapping;
    const name = mapping ? shopOf(mapping) : '';
    if (name === this.#name) return;
    this.#name = name;
    this.notes = new Map();
    this.problem = null;
    if (!mapping || !this.#kept) return;
    const found = await this.#kept.notesOf(name);
    if (this.#name !== name) return;
    if (found.ok) this.notes = new Map([...found.value, ...this.notes]);
    else this.problem = found.error;
  }
}

export const notebook = new Notebook();
