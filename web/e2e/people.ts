import type { Page } from 'playwright-core';
import { signIn } from './browser';

/** What people do with the application, in their words; the same for a fake suite and a real one. */
export async function createModel(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: 'New threat model' }).first().click();
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Create' }).click();
  await page.waitForURL(/\/models\/[0-9a-f-]+\/diagrams$/);
  return /models\/([0-9a-f-]+)/.exec(page.url())![1]!;
}

export async function share(page: Page, base: string, model: string, who: string): Promise<void> {
  await page.goto(`${base}/app/models/${model}/access`);
  await page.getByLabel('User name or e-mail').fill(who);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('listitem').filter({ hasText: who }).waitFor();
}

export async function createDiagram(page: Page, base: string, model: string, name: string) {
  await page.goto(`${base}/app/models/${model}/diagrams`);
  await page.getByRole('button', { name: 'New diagram' }).click();
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('toolbar', { name: 'Drawing tools' }).waitFor();
  return page.url();
}

/** Presses a tool's letter and clicks on the paper, so many pixels from the canvas's corner. */
export async function place(page: Page, letter: string, x: number, y: number): Promise<void> {
  await page.getByRole('application').press(letter);
  const { left, top } = await corner(page);
  await page.mouse.click(left + x, top + y);
}

export async function drag(page: Page, from: Place, to: Place): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Writes the label of the selected cell. */
export async function label(page: Page, text: string): Promise<void> {
  await page.getByRole('application').press('Enter');
  await page.getByRole('textbox', { name: 'Label' }).and(page.locator('textarea')).fill(text);
  await page.keyboard.press('Enter');
}

/** Where a cell's middle is on the screen. */
export async function middleOf(page: Page, name: string): Promise<Place> {
  const box = await cell(page, name).boundingBox();
  if (!box) throw new Error(`${name} is not drawn`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

export function cell(page: Page, name: string) {
  return page.locator(`.cell[aria-label^="${name}"]`);
}

/** Where a cell stands on the paper: the same for everyone, whatever each has in view. */
export async function paperPlace(page: Page, name: string): Promise<string | null> {
  return cell(page, name).getAttribute('transform');
}

export async function saved(page: Page): Promise<void> {
  await page.getByText('All changes saved').waitFor();
}

export async function corner(page: Page): Promise<{ left: number; top: number }> {
  const box = await page.getByRole('application').boundingBox();
  return { left: box!.x, top: box!.y };
}

/** The first starts a live session; the second opens the diagram and is in it. */
export async function workTogether(first: Page, second: Page, address: string): Promise<void> {
  await first.getByRole('button', { name: 'Work together' }).click();
  await first.getByText('Live', { exact: true }).waitFor();
  await second.goto(address);
  await second.getByText('Live', { exact: true }).waitFor();
}

/** Two people with one diagram between them: the first owns it, the second may write. */
export async function twoAtOneTable(ana: Page, bea: Page, base: string, names: [string, string]) {
  await signIn(ana, base, names[0]);
  const model = await createModel(ana, 'Shared by two');
  await share(ana, base, model, names[1]);
  const address = await createDiagram(ana, base, model, 'Together');
  await signIn(bea, base, names[1]);
  await bea.getByRole('link', { name: 'Shared by two' }).first().waitFor();
  return { model, address };
}
