import type { PeopleActions } from '../charts/actions';
import { contacts, knowsConsent, showsContacts } from '../state/contacts';
import { notebook } from '../state/notebook.svelte';
import { customerHref } from '../state/addresses';

/** What every list of people on a page can ask for. */
export const peopleActions: PeopleActions = {
  hrefOf: customerHref,
  notes: () => notebook.notes,
  write: (customer, change) => void notebook.write(customer, change),
  contacts,
  showsContacts,
  knowsConsent,
};
