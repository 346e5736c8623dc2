import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { Watch, hasChromium, shot } from '../browser';
import { type Fake, startFake } from '../fake/server';
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

describe.skipIf(!hasChromium)('two people at one diagram', () => {
  let fake: Fake;
  let watch: Watch;
  let ana: Page;
  let bea: Page;

  beforeAll(async () => {
    watch = await Watch.open();
  });
  afterAll(() => watch?.close());

  beforeEach(async () => {
    fake = await startFake('apps/studio/dist');
    ana = await watch.person(fake.url);
    bea = await watch.person(fake.url);
    const { address } = await twoAtOneTable(ana, bea, fake.url, ['ana', 'bea']);
    await place(ana, 'p', 300, 300);
    await label(ana, 'Shop');
    await saved(ana);
    await workTogether(ana, bea, address);
    await cell(bea, 'Shop').waitFor();
  });
  afterEach(async () => {
    await ana.context().close();
    await bea.context().close();
    await fake.close();
    expect([watch.violations, watch.errors]).toEqual([[], []]);
  });

  const same = async (name: string): Promise<void> => {
    const wanted = await paperPlace(ana, name);
    await expect.poll(() => paperPlace(bea, name)).toBe(wanted);
  };
  const move = async (page: Page, name: string, dx: number, dy: number): Promise<void> => {
    const from = await middleOf(page, name);
    await drag(page, from, { x: from.x + dx, y: from.y + dy });
  };

  test('see each other, and each other’s moves', async () => {
    const people = ana.getByRole('list', { name: 'People here' });
    await expect.poll(() => people.getByRole('listitem').count()).toBe(2);
    await move(ana, 'Shop', 100, 50);
    await same('Shop');
    await move(bea, 'Shop', -40, 80);
    await expect.poll(() => paperPlace(ana, 'Shop')).toBe(await paperPlace(bea, 'Shop'));
    await place(bea, 's', 600, 500);
    await label(bea, 'Orders');
    await cell(ana, 'Orders').waitFor();
    await shot(ana, 'together-ana');
    await shot(bea, 'together-bea');
  });

  test('keep both moves when one happens in the middle of the other', async () => {
    const before = await paperPlace(ana, 'Shop');
    const from = await middleOf(bea, 'Shop');
    await bea.mouse.move(from.x, from.y);
    await bea.mouse.down();
    await bea.mouse.move(from.x + 40, from.y);
    await move(ana, 'Shop', 0, 100);
    await saved(ana);
    await expect.poll(async () => (await middleOf(bea, 'Shop')).y).toBeGreaterThan(from.y + 50);
    await bea.mouse.move(from.x + 100, from.y);
    await bea.mouse.up();
    await saved(bea);
    const [x, y] = numbers(before);
    await expect.poll(async () => numbers(await paperPlace(ana, 'Shop'))).not.toEqual([x, y]);
    await same('Shop');
    const [nowX, nowY] = numbers(await paperPlace(ana, 'Shop'));
    expect([nowX! > x!, nowY! > y!]).toEqual([true, true]);
  });

  test('lose nothing when the line breaks and an answer is lost', async () => {
    fake.rooms.loseNextAcknowledgement = true;
    await move(ana, 'Shop', 120, 0);
    await saved(ana);
    await same('Shop');
    fake.rooms.cutLines();
    await move(ana, 'Shop', 0, 60);
    await move(bea, 'Shop', 0, 60);
    await saved(ana);
    await saved(bea);
    await same('Shop');
    const [model] = fake.store.models.values();
    const { log, vector } = model!.diagrams[0]!;
    const ids = log.map(({ operationId }) => operationId);
    expect([new Set(ids).size, log.at(-1)?.seq]).toEqual([ids.length, vector]);
  });

  test('go on alone when the host ends the session', async () => {
    await ana.getByRole('button', { name: 'End session' }).click();
    await bea.getByRole('button', { name: 'Work together' }).waitFor();
    await move(bea, 'Shop', 70, 0);
    await saved(bea);
    const [model] = fake.store.models.values();
    expect(model!.diagrams[0]!.session).toBeUndefined();
  });
});

function numbers(transform: string | null): number[] {
  return (transform ?? '').match(/-?[\d.]+/g)?.map(Number) ?? [];
}
