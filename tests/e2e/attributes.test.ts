import { expect, test } from 'vitest';
import { words } from '../../src/i18n/words';
import { dataFile, describeWithData } from '../helpers/data';
import { showMore } from '../helpers/journey';
import { freshPage } from './fresh-page';
import { clearScope, filterOn } from '../helpers/scope';
import { goTo, heatmap, toReport } from './journey';

const open = freshPage();

describeWithData('the columns of Superstore in the controls', () => {
  test('orders, customers and cohorts are told apart by them, by the names of the file', async () => {
    const page = await open();
    await toReport(page, dataFile('real/superstore/superstore.csv'));
    const named = await page.evaluate(() =>
      window.regulars
        .analyses()
        .find(({ id }) => id === 'cohort-retention')!
        .params.filter((param) => Object.hasOwn(param as object, 'attributes'))
        .map((param) => [(param as { name: string }).name, (param as { attributes: string[] }).attributes]),
    );
    const all = ['Ship Mode', 'Segment', 'country', 'State', 'Region', 'category', 'Sub-Category', 'product'];
    expect(named).toEqual(
      ['cohort_by', 'segment_by', 'customers_who', 'orders_that'].map((one) => [one, all]),
    );

    await goTo(page, 'Coming back', 'Cohorts');
    await heatmap(page).waitFor({ timeout: 60_000 });
    await showMore(page);
    const split = page.getByRole('combobox', { name: words.cohorts.split, exact: true });
    await split.selectOption({ label: 'Region' }, { timeout: 60_000 });
    const value = page.getByRole('combobox', { name: words.cohorts.showSegment, exact: true });
    await value.waitFor();
    await expect.poll(() => value.locator('option').count(), { timeout: 20_000 }).toBe(4);

    // An order has one region: groups of customers by it do not overlap.
    expect(await page.getByText(words.cohorts.overlap).count()).toBe(0);
    await split.selectOption({ label: 'Sub-Category' });
    await page.getByText(words.cohorts.overlap).first().waitFor({ timeout: 20_000 });

    await goTo(page, 'Home', 'Compared');
    await filterOn(page, 'Ship Mode', ['First Class'], true);
    await page.getByText('with Ship Mode “First Class”').first().waitFor({ timeout: 20_000 });
    await clearScope(page);
    await filterOn(page, 'Segment', ['Consumer', 'Corporate']);
    await page
      .getByText('whose first order had Segment “Consumer and Corporate”')
      .first()
      .waitFor({ timeout: 20_000 });
  });
});
