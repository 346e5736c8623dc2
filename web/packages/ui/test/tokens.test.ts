import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../src/tokens.css', import.meta.url), 'utf8');

/** The token's two colours, light and dark. */
function colours(name: string): [string, string] {
  const value = new RegExp(`--${name}: ([^;]+);`).exec(css)?.[1] ?? '';
  const pair = /light-dark\((#\w+), (#\w+)\)/.exec(value);
  if (pair) return [pair[1]!, pair[2]!];
  if (/^#\w+$/.test(value)) return [value, value];
  throw new Error(`no plain colours for --${name}: ${value}`);
}

function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r, g, b] = parts.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high! + 0.05) / (low! + 0.05);
}

const TEXT = 4.5;
const SHAPE = 3;
const PAIRS: [string, string[], number][] = [
  [
    'ink',
    ['surface', 'ground', 'raised', 'sunken', 'hover', 'paper', 'node-fill', 'danger-soft'],
    TEXT,
  ],
  ['ink-2', ['surface', 'ground', 'raised', 'paper'], TEXT],
  ['ink-3', ['surface', 'ground', 'raised', 'paper', 'hover'], TEXT],
  ['accent', ['surface', 'ground', 'raised', 'paper'], TEXT],
  ['on-accent', ['accent', 'accent-strong'], TEXT],
  ['danger', ['surface', 'raised'], TEXT],
  ['on-danger', ['danger-fill'], SHAPE],
  ['good', ['surface'], TEXT],
  ['boundary-ink', ['paper'], TEXT],
  ['boundary', ['paper'], SHAPE],
  ['node-stroke', ['paper', 'node-fill'], SHAPE],
  ['flow', ['paper'], SHAPE],
  ['line-strong', ['surface', 'ground'], SHAPE],
  ...['critical', 'high', 'medium', 'low', 'informational', 'unknown'].map(
    (each): [string, string[], number] => [each, ['surface', 'raised', 'ground'], TEXT],
  ),
];

describe('the colours', () => {
  for (const [front, backs, least] of PAIRS) {
    test(`${front} can be told from what lies behind it, in both themes`, () => {
      const wrong = backs.flatMap((back) => {
        const [f, b] = [colours(front), colours(back)];
        return [0, 1].flatMap((theme) => {
          const found = contrast(f[theme]!, b[theme]!);
          return found < least ? [`${front} on ${back}: ${found.toFixed(2)} (${theme})`] : [];
        });
      });
      expect(wrong).toEqual([]);
    });
  }
});
