/** What a text is for: the interface takes different characters in each. */
export type TextKind = 'line' | 'text' | 'threat-name' | 'threat-text';

/** Characters that the interface's own patterns refuse, and what may stand for them. */
const REFUSED: Record<TextKind, ReadonlyMap<string, string>> = {
  line: new Map(),
  text: new Map(),
  'threat-name': new Map([
    ["'", '’'],
    ['"', '“ and ”'],
    ['&', 'the word “and”'],
    ['<', '‹ or “less than”'],
    ['>', '› or “more than”'],
  ]),
  'threat-text': new Map([
    ['<', '‹ or “less than”'],
    ['>', '› or “more than”'],
  ]),
};

/** Active content, refused in every text: `rest-behaviour` 4.2. */
const ACTIVE =
  /<\s*(?:script|iframe|object|embed|applet)\b|<\/\s*(?:script|iframe)\b|javascript:|\bon[a-z]{3,20}\s*=|\$\{|\{\{|\}\}|<%|%>|#\{/i;

/** Text that turns its direction or hides: `rest-behaviour` 4.1. Joiners are the server's to judge. */
const HIDDEN = /[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u3164\uffa0]/;

// eslint-disable-next-line no-control-regex -- these are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/**
 * Why the suite would refuse a text, as a sentence for the person who is writing it; nothing when it
 * would not. The server judges again: this only tells earlier, and names the character.
 */
export function whyRefused(kind: TextKind, text: string): string | undefined {
  for (const character of text) {
    const instead = REFUSED[kind].get(character);
    if (instead !== undefined) return `${character} cannot stand here: write ${instead} instead.`;
  }
  const active = ACTIVE.exec(text)?.[0];
  if (active !== undefined) return `“${active}” cannot stand here: it could be run as a script.`;
  if (HIDDEN.test(text)) {
    return 'There is an invisible character in this text, perhaps pasted with it: write it anew.';
  }
  if (CONTROL.test(text) || (kind !== 'text' && kind !== 'threat-text' && /[\t\n\r]/.test(text))) {
    return 'There is a control character in this text: write it anew.';
  }
  return undefined;
}
