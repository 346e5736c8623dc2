import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const DIST = 'apps/studio/dist';
const kilobytes = (names: string[]): number =>
  names.reduce((sum, name) => sum + gzipSync(readFileSync(`${DIST}/${name}`)).length, 0) / 1024;

/** The budgets of the first screen and of the editor, as they go over the wire. */
describe('what is shipped', () => {
  const html = readFileSync(`${DIST}/index.html`, 'utf8');
  const scripts = readdirSync(`${DIST}/assets`)
    .filter((name) => name.endsWith('.js'))
    .map((name) => `assets/${name}`);
  const first = scripts.filter((name) => html.includes(name));

  test('needs at most 350 kB of script for the first screen, and 300 kB more for the editor', () => {
    const later = scripts.filter((name) => !first.includes(name));
    expect(first.length).toBeGreaterThan(0);
    expect(kilobytes(first)).toBeLessThan(350);
    expect(kilobytes(later)).toBeLessThan(300);
  });

  test('has nothing inline and names nobody else', () => {
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(html).not.toMatch(/style=|<style|https?:\/\/|data:/);
  });
});
