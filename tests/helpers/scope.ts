import type { Page } from 'playwright-core';
import { words } from '../../src/i18n/words';

const said = words.scope;

/** The bar that says what is counted. */
export const scopeBar = (page: Page) => page.getByRole('region', { name: said.label });
export const choosePeriod = (page: Page, label: string) =>
  scopeBar(page).getByRole('combobox', { name: said.period }).selectOption({ label });

/** Opens the dialog and chooses what to filter by. */
export async function filterBy(page: Page, label: string): Promise<void> {
  await scopeBar(page).getByRole('button', { name: said.add }).click();
  const by = page.getByRole('dialog').getByRole('combobox', { name: said.dialog.by });
  await by.locator('option', { hasText: label }).first().waitFor({ state: 'attached', timeout: 60_000 });
  await by.selectOption({ label });
}

export const applyFilter = (page: Page) =>
  page.getByRole('dialog').getByRole('button', { name: said.dialog.apply }).click();

/** A filter on values, of first orders, or of any orders where that is said. */
export async function filterOn(page: Page, label: string, values: string[], ofOrders = false): Promise<void> {
  await filterBy(page, label);
  const dialog = page.getByRole('dialog');
  if (ofOrders) await dialog.getByText(said.dialog.anyOrders, { exact: true }).click();
  for (const value of values) await dialog.getByRole('checkbox', { name: value, exact: true }).check();
  await applyFilter(page);
}

export const clearScope = (page: Page) => scopeBar(page).getByRole('button', { name: said.clear }).click();
