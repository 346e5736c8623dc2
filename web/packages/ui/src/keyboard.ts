/** What this module reads of a keyboard event, of the browser or of React's `nativeEvent`. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'isComposing' | 'keyCode'>;

/** Chromium and Safari give this code for a key that an input method has taken. */
const TAKEN_BY_INPUT_METHOD = 229;

/**
 * Whether the key belongs to an input method that is putting a word together (Japanese, Chinese,
 * Korean): its Enter chooses a candidate and its Escape drops one; neither is meant for the page.
 */
export function composing({ isComposing, keyCode }: Pressed): boolean {
  return isComposing || keyCode === TAKEN_BY_INPUT_METHOD;
}

/**
 * The key as shortcuts know it. Where a layout writes no Latin letters (Cyrillic, Greek, Arabic,
 * Hebrew), the place of the key counts: what undoes on the key Z undoes there too. A layout that does
 * write Latin letters keeps its own, wherever it has them, those with marks included.
 */
export function shortcutKey({ key, code }: Pressed): string {
  if ([...key].length !== 1 || /[ -~]|\p{Script=Latin}/u.test(key)) return key;
  const place = /^(?:Key([A-Z])|Digit([0-9]))$/.exec(code);
  return place?.[1]?.toLowerCase() ?? place?.[2] ?? key;
}
