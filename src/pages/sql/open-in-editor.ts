import { ownQuery } from '../../state/own-query.svelte';
import { scope } from '../../state/scope/scope.svelte';

/** Puts a shown text into the editor of the SQL page, and goes there. */
export function openInEditor(sql: string): void {
  ownQuery.add(sql);
  scope.go('sql');
}
