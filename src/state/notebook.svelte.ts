import { isEmpty, LONGEST_NOTE, type CustomerNote, type CustomerNotes } from '../domain/customer-notes';
import type { Problem } from '../domain/outcome';
import { shopOf } from '../ingest/mapping/saved-mapping';
import { words } from '../i18n/words';
import type { Kept } from '../storage/kept';
import { project } from './project.svelte';

const BLANK: CustomerNote = { reason: null, reason_text: '', note: '', written_on: '' };

/** What the owner has written of the customers of the open file: reasons for leaving and notes, kept in this browser. */
class Notebook {
  notes = $state.raw<CustomerNotes>(new Map());
  problem = $state.raw<Problem | null>(null);

  #kept: Kept | null = null;
  #isStarted = false;
  #name = '';
  /** What could not be kept, by customer, with what stood there before: another tab writes, or the disk was full. */
  #unkept = new Map<string, { before: CustomerNote | undefined; note: CustomerNote | null }>();

  /** `kept` is null where this browser keeps nothing: what is written then lasts as long as the page. */
  start(kept: Kept | null): void {
    this.#kept = kept;
    this.#isStarted = true;
    void this.look();
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
    const before = this.#unkept.has(customer) ? this.#unkept.get(customer)?.before : this.notes.get(customer);
    const others = [...this.notes].filter(([key]) => key !== customer);
    this.notes = new Map(isEmpty(note) ? others : [...others, [customer, note]]);
    if (!this.#kept) {
      const { unavailable, unavailableNext } = words.storage;
      this.problem = { code: 'storage-unavailable', message: unavailable, next: unavailableNext };
      return;
    }
    await this.#keep(customer, before, isEmpty(note) ? null : note);
  }

  /** Places of what was written of these customers in what is kept. */
  placesOf(customers: readonly string[]): [string, string][] {
    return customers.map((customer) => [this.#name, customer]);
  }

  /** Forget what was written of these customers on this page. */
  forget(customers: readonly string[]): void {
    this.notes = new Map([...this.notes].filter(([key]) => !customers.includes(key)));
    for (const customer of customers) this.#unkept.delete(customer);
  }

  clear(): void {
    this.#unkept.clear();
    this.notes = new Map();
  }

  /** This tab writes now: take in what others wrote, and keep what could not be kept, unless another tab wrote of the same customer. */
  async catchUp(): Promise<void> {
    const found = await this.#kept?.notesOf(this.#name);
    if (!found?.ok) return;
    const mine = [...this.#unkept];
    this.#unkept.clear();
    this.notes = found.value;
    for (const [customer, { before, note }] of mine) {
      const there = found.value.get(customer);
      const others = [...this.notes].filter(([key]) => key !== customer);
      this.notes = new Map(note ? [...others, [customer, note]] : others);
      if (JSON.stringify(there) === JSON.stringify(before)) await this.#keep(customer, before, note);
      else this.problem = this.#notKept(customer, there, note);
    }
  }

  async #keep(customer: string, before: CustomerNote | undefined, note: CustomerNote | null): Promise<void> {
    const kept = await this.#kept?.keepNote(this.#name, customer, note);
    if (!kept) return;
    this.problem = kept.ok ? null : kept.error;
    if (kept.ok) this.#unkept.delete(customer);
    else this.#unkept.set(customer, { before, note });
  }

  #notKept(customer: string, there: CustomerNote | undefined, note: CustomerNote | null): Problem {
    this.#unkept.set(customer, { before: there, note });
    const { noteElsewhere, noteElsewhereNext } = words.storage;
    return { code: 'note-elsewhere', message: noteElsewhere(customer), next: noteElsewhereNext };
  }

  /** Turn to what was written about the customers of the file that is open now. */
  async look(): Promise<void> {
    if (!this.#isStarted) return;
    const mapping = project.report?.mapping;
    const name = mapping ? shopOf(mapping) : '';
    if (name === this.#name) return;
    this.#name = name;
    this.#unkept.clear();
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
