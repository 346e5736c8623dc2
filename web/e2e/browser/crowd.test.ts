import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Watch, hasChromium, shot, signIn } from '../browser';
import { crowd } from '../fake/crowd';
import { type Fake, startFake } from '../fake/server';
import { corner } from '../people';

/** Cost follows what is in view: counted in elements, and told in milliseconds of frames. */
describe.skipIf(!hasChromium)('a diagram of thousands', () => {
  let fake: Fake;
  let watch: Watch;
  let page: Page;

  beforeAll(async () => {
    fake = await startFake('apps/studio/dist');
    watch = await Watch.open();
    page = await watch.person(fake.url);
    await signIn(page, fake.url, 'ana');
  });
  afterAll(async () => {
    await watch?.close();
    await fake?.close();
  });

  const open = async (nodes: number): Promise<void> => {
    const { model, diagram } = crowd(fake.store, 'ana', nodes);
    await page.goto(`${fake.url}/app/models/${model}/diagrams/${diagram.id}`);
    await page.getByText('All changes saved').waitFor();
    await page.getByRole('application').focus();
  };
  const elements = (): Promise<number> =>
    page.evaluate(() => document.getElementsByTagName('*').length);
  const settled = async (): Promise<number> => {
    let [before, now] = [-1, await elements()];
    while (before !== now) {
      await page.evaluate(() => new Promise(requestAnimationFrame));
      await page.evaluate(() => new Promise(requestAnimationFrame));
      [before, now] = [now, await elements()];
    }
    return now;
  };

  test('needs few elements at working zoom, and hardly any in the overview', async () => {
    await open(5_000);
    const overview = await settled();
    await page.keyboard.press('0');
    const working = await settled();
    await shot(page, 'crowd-5000');
    console.log(`5,000 nodes: ${working} elements at zoom 1, ${overview} in the overview`);
    expect(overview).toBeLessThanOrEqual(200);
    expect(working).toBeLessThanOrEqual(1_000);
  });

  test('drags one of a thousand nodes as smoothly as an empty canvas is drawn', async () => {
    await open(1_000);
    await page.keyboard.press('0');
    await settled();
    const { left, top } = await corner(page);
    const frames = async (): Promise<number[]> => {
      await page.evaluate(() => {
        const told = globalThis as unknown as { frames: number[]; stop: boolean };
        [told.frames, told.stop] = [[], false];
        let last = performance.now();
        const step = (now: number): void => {
          told.frames.push(now - last);
          last = now;
          if (!told.stop) requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      });
      for (let i = 0; i < 60; i++) await page.mouse.move(left + 300 + i * 3, top + 300 + i * 2);
      return page.evaluate(() => {
        const told = globalThis as unknown as { frames: number[]; stop: boolean };
        told.stop = true;
        return told.frames.slice(2);
      });
    };
    const box = (await page.locator('.cell.node:not(.boundary)').nth(20).boundingBox())!;
    await page.mouse.move(left + 2, top + 2);
    const idle = await frames();
    await page.mouse.move(box.x + 30, box.y + 30);
    await page.mouse.down();
    const dragging = await frames();
    await page.mouse.up();
    const [quiet, busy] = [p95(idle), p95(dragging)];
    console.log(
      `1,000 nodes: frame p95 ${quiet.toFixed(1)} ms idle, ${busy.toFixed(1)} ms in a drag`,
    );
    expect(busy).toBeLessThanOrEqual(Math.max(50, quiet * 3));
  });
});

function p95(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.95)] ?? 0;
}
