import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Watch, accessibility, shot, suiteAddress } from '../browser';
import {
  cell,
  drag,
  label,
  middleOf,
  paperPlace,
  place,
  saved,
  twoAtOneTable,
  workTogether,
} from '../people';

/** The main job in a real browser on a running suite: sign in, share, draw, see each other's moves. */
describe('two people on a running suite', () => {
  let base: string;
  let watch: Watch;
  let ana: Page;
  let bea: Page;
  let model: string;

  beforeAll(async () => {
    base = suiteAddress();
    watch = await Watch.open();
    [ana, bea] = [await watch.person(base), await watch.person(base, { dark: true })];
    const mark = Date.now().toString(36);
    const names: [string, string] = [`ana-${mark}`, `bea-${mark}`];
    const table = await twoAtOneTable(ana, bea, base, names);
    model = table.model;
    await place(ana, 'p', 300, 300);
    await label(ana, 'Web shop');
    await place(ana, 's', 640, 300);
    await label(ana, 'Orders');
    await saved(ana);
    await workTogether(ana, bea, table.address);
    await cell(bea, 'Orders').waitFor();
  });
  afterAll(() => watch?.close());

  const move = async (page: Page, name: string, dx: number, dy: number): Promise<void> => {
    const from = await middleOf(page, name);
    await drag(page, from, { x: from.x + dx, y: from.y + dy });
  };

  test('see each other and draw together', async () => {
    const people = ana.getByRole('list', { name: 'People here' });
    await expect.poll(() => people.getByRole('listitem').count()).toBe(2);
    const first = await paperPlace(bea, 'Web shop');
    await move(ana, 'Web shop', 60, 120);
    await expect.poll(() => paperPlace(bea, 'Web shop')).not.toBe(first);
    await move(bea, 'Orders', 80, -60);
    await saved(bea);
    await expect.poll(() => paperPlace(ana, 'Orders')).toBe(await paperPlace(bea, 'Orders'));
    await place(bea, 'b', 300, 560);
    await label(bea, 'Cloud');
    await cell(ana, 'Cloud').waitFor();
    await saved(ana);
    await shot(ana, 'suite-ana');
    await shot(bea, 'suite-bea');
  });

  test('find the drawing again after a reload', async () => {
    const before = await paperPlace(ana, 'Web shop');
    await bea.reload();
    await cell(bea, 'Web shop').waitFor();
    expect(await paperPlace(bea, 'Web shop')).toBe(before);
  });

  test('write a threat down, and both read it', async () => {
    await ana.goto(`${base}/app/models/${model}/threats?threat=new`);
    await ana.getByLabel('Name').fill('Orders read by a stranger');
    await ana.getByLabel('Severity').selectOption('high');
    await ana.getByRole('button', { name: 'Add threat' }).last().click();
    await ana.getByRole('button', { name: 'Save threat' }).waitFor();
    await bea.goto(`${base}/app/models/${model}/threats`);
    await bea.getByRole('button', { name: 'Orders read by a stranger' }).waitFor();
    await shot(bea, 'suite-threats');
  });

  test('see screens without a violation, a stranger or a barrier', async () => {
    const found = [...(await accessibility(ana)), ...(await accessibility(bea))];
    expect([found, watch.violations, watch.strangers, watch.errors]).toEqual([[], [], [], []]);
  });
});
