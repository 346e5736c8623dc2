import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';

export const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
export const hasChromium = existsSync(CHROMIUM);
const SHOTS = process.env['SCREENSHOTS'];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The suite that BASE_URL names. */
export function suiteAddress(): string {
  const base = process.env['SUITE']?.replace(/\/$/, '');
  if (!base)
    throw new Error('BASE_URL must name a running suite, for instance http://127.0.0.1:8080');
  return base;
}

export const WIDE = { width: 1440, height: 900 };
export const NARROW = { width: 390, height: 844 };

/** A browser with watched pages: what the policy blocked, what came from elsewhere, what went wrong. */
export class Watch {
  readonly violations: string[] = [];
  readonly strangers: string[] = [];
  readonly errors: string[] = [];

  private constructor(
    readonly browser: Browser,
    private readonly home: string,
  ) {}

  static async open(): Promise<Watch> {
    const home = mkdtempSync(join(tmpdir(), 'tmi-chromium-'));
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
    return new Watch(browser, home);
  }

  async close(): Promise<void> {
    await this.browser.close();
    rmSync(this.home, { recursive: true, force: true });
  }

  async person(base: string, options: { dark?: boolean; viewport?: typeof WIDE } = {}) {
    const context = await this.browser.newContext({
      viewport: options.viewport ?? WIDE,
      colorScheme: options.dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
    });
    this.#observe(context, base);
    return context.newPage();
  }

  #observe(context: BrowserContext, base: string): void {
    context.on('request', (request) => {
      const { host } = new URL(request.url());
      if (request.url().startsWith('http') && host !== new URL(base).host) {
        this.strangers.push(request.url());
      }
    });
    context.on('page', (page) => {
      page.on('console', (message) => {
        if (/Content Security Policy/i.test(message.text())) this.violations.push(message.text());
      });
      page.on('pageerror', (error) => this.errors.push(error.message));
    });
  }
}

export async function signIn(page: Page, base: string, name: string): Promise<void> {
  await page.goto(`${base}/app/`);
  await page.getByLabel('User name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Threat models' }).waitFor();
}

export async function shot(page: Page, name: string): Promise<void> {
  if (!SHOTS) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`) });
}

/** What stood on the page when a test failed: in the log, where a gate's reader finds it. */
export async function tell(page: Page, name: string): Promise<void> {
  const text = await page.locator('body').innerText();
  console.error(`${name} failed at ${page.url()} with:\n${text.slice(0, 2000)}`);
  await shot(page, `${name}-failed`);
}

const require = createRequire(import.meta.url);
let axe: string | undefined;

/** What axe-core finds wrong, in short. The rules run in the page's own world, past its policy. */
export async function accessibility(page: Page): Promise<string[]> {
  axe ??= await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: tool } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await tool.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
  });
}
