import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Watch, hasChromium, shot, signIn } from '../browser';
import { crowd } from '../fake/crowd';
import { type Fake, startFake } from '../fake/server';

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

  test('drags one of a thousand nodes for what one of thirty costs', async () => {
    const small = await costOfDrag(30);
    const large = await costOfDrag(1_000);
    console.log(
      `drag, CPU of the page a step: ${small.toFixed(2)} ms of 30 nodes, ${large.toFixed(2)} ms of 1,000`,
    );
    expect(large / small).toBeLessThan(2.5);
  });

  /** The main thread's own time for a step of a drag: waiting for a busy machine does not count. */
  async function costOfDrag(nodes: number): Promise<number> {
    await open(nodes);
    await page.keyboard.press('0');
    await settled();
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const spent = async (): Promise<number> => {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
    };
    const visible = page.locator('.cell.node:not(.boundary)');
    const { width, height } = page.viewportSize()!;
    for (let i = 0; ; i++) {
      const box = await visible.nth(i).boundingBox();
      if (!box || box.x < 100 || box.y < 100) continue;
      if (box.x > width - 700 || box.y > height - 400) continue;
      await page.mouse.move(box.x + 30, box.y + 30);
      await page.mouse.down();
      const before = await spent();
      for (let at = 1; at <= STEPS; at++) {
        await page.mouse.move(box.x + 30 + at * 3, box.y + 30 + at * 2);
        await page.evaluate(() => new Promise(requestAnimationFrame));
      }
      const cost = (await spent()) - before;
      await page.mouse.up();
      await session.detach();
      return cost / STEPS;
    }
  }
});

const STEPS = 60;
