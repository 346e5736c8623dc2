import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Watch, accessibility, shot, signIn, suiteAddress, tell } from '../browser';
import {
  cell,
  createDiagram,
  createModel,
  drag,
  label,
  middleOf,
  paperPlace,
  place,
  saved,
} from '../people';

/** One person without a live session: everything goes over REST and is there again after a reload. */
describe('one person on a running suite', () => {
  let base: string;
  let watch: Watch;
  let page: Page;
  let model: string;

  beforeAll(async () => {
    base = suiteAddress();
    watch = await Watch.open();
    page = await watch.person(base);
    await signIn(page, base, `cleo-${Date.now().toString(36)}`);
  });
  afterAll(() => watch?.close());
  beforeEach(({ onTestFailed }) => onTestFailed(() => tell(page, 'alone')));

  test('draws, and finds the drawing again', async () => {
    model = await createModel(page, 'Alone at the table');
    await createDiagram(page, base, model, 'First draft');
    await place(page, 'a', 200, 300);
    await label(page, 'Customer');
    await place(page, 'p', 500, 300);
    await label(page, 'Shop');
    await saved(page);
    const from = await middleOf(page, 'Shop');
    await drag(page, from, { x: from.x + 60, y: from.y + 90 });
    await saved(page);
    const wanted = await paperPlace(page, 'Shop');
    await shot(page, 'suite-alone');
    await page.reload();
    await cell(page, 'Shop').waitFor();
    expect(await paperPlace(page, 'Shop')).toBe(wanted);
  });

  test('writes threats and a description, and sees them counted', async () => {
    await page.goto(`${base}/app/models/${model}/threats?threat=new`);
    await page.getByLabel('Name').fill('Somebody pretends to be the shop');
    await page.getByLabel('Severity').selectOption('critical');
    await page.getByLabel('Mitigation').fill('Certificates on both sides.');
    await page.getByRole('button', { name: 'Add threat' }).last().click();
    await page.getByRole('button', { name: 'Save threat' }).waitFor();
    await page.getByLabel('Status').selectOption('mitigation_planned');
    await page.getByRole('button', { name: 'Save threat' }).click();
    await page.getByRole('cell', { name: 'Mitigation planned' }).waitFor();
    await shot(page, 'suite-threat');
    await page.goto(`${base}/app/models/${model}`);
    await page.getByLabel('Description').fill('A shop, drawn by one person.');
    await page.getByRole('button', { name: 'Save description' }).click();
    await page.getByText('1 open').waitFor();
    await shot(page, 'suite-overview');
    expect(await accessibility(page)).toEqual([]);
  });

  test('shares with everyone and takes it back', async () => {
    await page.goto(`${base}/app/models/${model}/access`);
    const everyone = page.getByRole('switch');
    await everyone.check();
    await page.getByText('Every person on this installation may read').waitFor();
    await everyone.uncheck();
    await page.getByText('Only the people and groups below').waitFor();
    await shot(page, 'suite-access');
  });

  test('signs out and is asked to sign in again', async () => {
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('User name', { exact: true }).waitFor();
    await page.goto(`${base}/app/models/${model}`);
    await page.getByLabel('User name', { exact: true }).waitFor();
    expect([watch.violations, watch.strangers, watch.errors]).toEqual([[], [], []]);
  });
});
