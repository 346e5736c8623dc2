import { describe, expect, test } from 'vitest';
import { composing, shortcutKey } from '../src/keyboard';

const pressed = (key: string, code = '', more = {}) => ({
  key,
  code,
  isComposing: false,
  keyCode: 0,
  ...more,
});

describe('the key as shortcuts know it', () => {
  test.each([
    ['Cyrillic', 'я', 'KeyZ', 'z'],
    ['Cyrillic, shifted', 'Я', 'KeyZ', 'z'],
    ['Greek', 'π', 'KeyP', 'p'],
    ['Arabic', 'س', 'KeyS', 's'],
    ['Arabic digits', '١', 'Digit1', '1'],
    ['Hebrew', 'ש', 'KeyA', 'a'],
  ])('is by its place on a layout without Latin letters: %s', (_, key, code, known) => {
    expect(shortcutKey(pressed(key, code))).toBe(known);
  });

  test.each([
    ['German', 'z', 'KeyY'],
    ['French', 'é', 'Digit2'],
    ['Turkish', 'ı', 'KeyI'],
    ['English', '?', 'Slash'],
    ['any', 'ArrowLeft', 'ArrowLeft'],
    ['Cyrillic without a place of a letter', 'х', 'BracketLeft'],
  ])('is what the layout writes otherwise: %s', (_, key, code) => {
    expect(shortcutKey(pressed(key, code))).toBe(key);
  });
});

test('a key belongs to the input method while a word is put together', () => {
  expect([
    composing(pressed('Enter', 'Enter', { isComposing: true })),
    composing(pressed('Enter', 'Enter', { keyCode: 229 })),
    composing(pressed('Enter', 'Enter', { keyCode: 13 })),
  ]).toEqual([true, true, false]);
});
