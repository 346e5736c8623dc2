import { describe, expect, test } from 'vitest';
import { whyRefused } from '../src/text';

describe('a text that is being written', () => {
  test.each([
    ['threat-name', 'Attacker steals a user’s session'],
    ['line', 'Tom\'s <shop> & "sons"'],
    ['text', 'if x<y then z\nList<String>'],
    ['threat-text', 'it\'s "here" & there\nand there'],
    ['text', 'می‌خواهم'],
  ] as const)('may be, as %s, %j', (kind, text) => {
    expect(whyRefused(kind, text)).toBeUndefined();
  });

  test.each([
    ['threat-name', "Attacker steals a user's session", "' cannot stand here: write ’ instead."],
    ['threat-name', 'Cut & run', '& cannot stand here'],
    ['threat-text', 'List<String>', '< cannot stand here'],
    ['text', 'see javascript:alert', '“javascript:”'],
    ['line', 'two\nlines', 'control character'],
    ['text', 'a\u200bb', 'invisible character'],
  ] as const)('is refused in words, as %s, when it is %j', (kind, text, words) => {
    expect(whyRefused(kind, text)).toContain(words);
  });
});
