import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CDPSession, Page } from 'playwright-core';
import { Watch, hasChromium, shot, signIn } from '../browser';
import { type Fake, startFake } from '../fake/server';
import { type Shop, shop } from '../fake/shop';
import { cell, middleOf, paperPlace } from '../people';

const CTRL = 2;

/** Keyboards and input methods of other scripts, by the browser's own key events. */
describe.skipIf(!hasChromium)('writing in any script', () => {
  let fake: Fake;
  let watch: Watch;
  let place: Shop;
  let page: Page;
  let keyboard: CDPSession;

  beforeAll(async () => {
    watch = await Watch.open();
  });
  afterAll(() => watch?.close());

  beforeEach(async () => {
    fake = await startFake('apps/studio/dist');
    place = shop(fake.store);
    page = await watch.person(fake.url);
    await signIn(page, fake.url, 'ana');
    keyboard = await page.context().newCDPSession(page);
  });
  afterEach(async () => {
    await page.context().close();
    await fake.close();
    expect([watch.violations, watch.errors]).toEqual([[], []]);
  });

  const openDiagram = async (): Promise<void> => {
    await page.goto(`${fake.url}/app/models/${place.model.id}/diagrams/${place.diagram.id}`);
    await page.getByText('All changes saved').waitFor();
    const { x, y } = await middleOf(page, 'Customer');
    await page.mouse.click(x, y);
  };
  const press = async (key: string, code: string, keyCode: number, modifiers = 0) => {
    const event = { key, code, windowsVirtualKeyCode: keyCode, modifiers };
    await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
    await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  };

  test('undoes and takes tools on a Russian layout', async () => {
    await openDiagram();
    const before = await paperPlace(page, 'Customer');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => paperPlace(page, 'Customer')).not.toBe(before);

    await press('я', 'KeyZ', 90, CTRL);
    await expect.poll(() => paperPlace(page, 'Customer')).toBe(before);

    await press('з', 'KeyP', 80);
    const process = page.getByRole('toolbar').getByRole('button', { name: 'Process' });
    await expect.poll(() => process.getAttribute('aria-pressed')).toBe('true');
  });

  test('lets Enter and Escape belong to a word that is being put together', async () => {
    await openDiagram();
    await page.keyboard.press('F2');
    const field = page.getByLabel('Label', { exact: true }).first();
    await field.waitFor();
    const compose = (text: string) =>
      keyboard.send('Input.imeSetComposition', { text, selectionStart: 4, selectionEnd: 4 });
    await compose('けっさい');

    await press('Enter', 'Enter', 229);
    await press('Escape', 'Escape', 229);
    expect(await field.inputValue()).toBe('けっさい');

    await keyboard.send('Input.insertText', { text: '決済' });
    await page.keyboard.press('Enter');
    await cell(page, '決済').waitFor();
  });

  test('says which character a threat’s name cannot have, while it is typed', async () => {
    await page.goto(`${fake.url}/app/models/${place.model.id}/threats?threat=${place.threat}`);
    const name = page.getByLabel('Name', { exact: true });
    await name.fill("Attacker steals a user's session");

    const reason = page.getByText("' cannot stand here: write ’ instead.");
    await reason.waitFor();
    await shot(page, 'threat-name-refused');
    expect(await name.getAttribute('aria-invalid')).toBe('true');
    await page.getByRole('button', { name: 'Save threat' }).click();
    expect(await reason.isVisible()).toBe(true);

    await name.fill('Attacker steals a user’s session');
    await page.getByRole('button', { name: 'Save threat' }).click();
    await page.getByRole('cell', { name: 'Attacker steals a user’s session' }).waitFor();
  });
});
