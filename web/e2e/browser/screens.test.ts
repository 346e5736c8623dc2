import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NARROW, WIDE, Watch, accessibility, hasChromium, shot, signIn } from '../browser';
import { type Fake, startFake } from '../fake/server';
import { type Shop, shop } from '../fake/shop';

describe.skipIf(!hasChromium)('every screen', () => {
  let fake: Fake;
  let watch: Watch;
  let place: Shop;

  beforeAll(async () => {
    fake = await startFake('apps/studio/dist');
    watch = await Watch.open();
    place = shop(fake.store);
  });
  afterAll(async () => {
    await watch?.close();
    await fake?.close();
  });

  const looks = [
    { name: 'wide-light', viewport: WIDE, dark: false },
    { name: 'wide-dark', viewport: WIDE, dark: true },
    { name: 'narrow-light', viewport: NARROW, dark: false },
    { name: 'narrow-dark', viewport: NARROW, dark: true },
  ];

  for (const look of looks) {
    test(`is accessible and keeps the policy, ${look.name}`, async () => {
      const page = await watch.person(fake.url, look);
      const found: string[] = [];
      const check = async (name: string): Promise<void> => {
        await shot(page, `${name}-${look.name}`);
        found.push(...(await accessibility(page)).map((each) => `${name} ${each}`));
      };
      await page.goto(`${fake.url}/app/`);
      await page.getByLabel('User name', { exact: true }).waitFor();
      await check('sign-in');
      await signIn(page, fake.url, 'ana');
      await page.getByRole('link', { name: 'Web shop' }).waitFor();
      await page.locator('.thumbnail canvas').first().waitFor();
      await check('home');
      await page.getByRole('link', { name: 'Web shop' }).click();
      await page.getByRole('heading', { name: 'Next steps' }).waitFor();
      await check('overview');
      for (const [tab, there] of [
        ['Diagrams', 'Checkout'],
        ['Threats', 'Card numbers read'],
        ['Access', 'Everyone who is signed in'],
      ] as const) {
        await page.getByRole('navigation', { name: 'Parts of' }).getByText(tab).click();
        await page.getByText(there).first().waitFor();
        await check(tab.toLowerCase());
      }
      await page.goto(`${fake.url}/app/models/${place.model.id}/threats?threat=${place.threat}`);
      await page.getByLabel('Mitigation').waitFor();
      await check('threat');
      await page.goto(`${fake.url}/app/models/${place.model.id}/diagrams/${place.diagram.id}`);
      await page.getByText('All changes saved').waitFor();
      await page.getByRole('toolbar').waitFor();
      await check('diagram');
      await page.context().close();
      expect(found).toEqual([]);
      expect(watch.violations).toEqual([]);
      expect(watch.strangers).toEqual([]);
      expect(watch.errors).toEqual([]);
    });
  }
});
