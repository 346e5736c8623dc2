import { isFlow } from '@tmi/diagram';
import { addInView, deleteSelection, duplicate, nudge, resizeBy, step, towards } from './command';
import type { Editor } from './editor';
import { connectNodes } from './tool/connect';
import type { ToolName } from './tool/drag';
import { nameOfCell, sentence } from './words';

export interface Key {
  readonly key: string;
  readonly shift: boolean;
  readonly ctrl: boolean;
  readonly alt: boolean;
}

/** What the keys need of the page. */
export interface Hands {
  readonly focus: (id: string | undefined) => void;
  readonly editLabel: (id: string) => void;
  readonly help: () => void;
}

const TOOL_KEYS: Record<string, ToolName> = {
  v: 'select',
  h: 'pan',
  a: 'actor',
  p: 'process',
  s: 'store',
  b: 'security-boundary',
  t: 'text-box',
  f: 'flow',
};

const ARROWS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The keyboard's way to everything. Each method answers whether the key was meant for it. */
export class Keys {
  readonly #editor: Editor;
  readonly #hands: Hands;
  #connecting: { source: string; target: string } | undefined;

  constructor(editor: Editor, hands: Hands) {
    this.#editor = editor;
    this.#hands = hands;
  }

  press(key: Key): boolean {
    if (this.#connecting) return this.#choosing(key, this.#connecting);
    if (key.ctrl) return this.#withCtrl(key);
    const arrow = ARROWS[key.key];
    if (arrow) return this.#arrow(key, arrow);
    switch (key.key) {
      case 'Tab':
        return this.#tab(key.shift ? -1 : 1);
      case 'Enter':
      case 'F2':
        return this.#enter();
      case 'Escape':
        return this.#escape();
      case 'Delete':
      case 'Backspace':
        deleteSelection(this.#editor);
        this.#hands.focus([...this.#editor.selection][0]);
        return true;
      default:
        return this.#letter(key);
    }
  }

  #withCtrl({ key, shift }: Key): boolean {
    const editor = this.#editor;
    switch (key.toLowerCase()) {
      case 'z':
        if (shift) editor.redo();
        else editor.undo();
        return true;
      case 'y':
        editor.redo();
        return true;
      case 'a':
        editor.select(editor.scene.cells.keys());
        return true;
      case 'd':
        duplicate(editor);
        return true;
      default:
        return false;
    }
  }

  #arrow(key: Key, [x, y]: readonly [number, number]): boolean {
    const editor = this.#editor;
    const steps = key.shift ? 5 : 1;
    if (editor.selection.size === 0) {
      editor.pan(-x * 40 * steps, -y * 40 * steps);
      return true;
    }
    if (key.alt) resizeBy(editor, x * steps, y * steps);
    else nudge(editor, x * steps, y * steps);
    return true;
  }

  /** The next cell in reading order; past the last the browser goes on to what follows. */
  #tab(by: 1 | -1): boolean {
    const next = step(this.#editor, by);
    if (next === undefined) {
      this.#editor.select([]);
      return false;
    }
    this.#editor.select([next]);
    this.#editor.reveal(next);
    this.#hands.focus(next);
    return true;
  }

  #enter(): boolean {
    const editor = this.#editor;
    if (editor.tool !== 'select' && editor.tool !== 'pan' && editor.tool !== 'flow') {
      this.#hands.focus(addInView(editor, editor.tool));
      return true;
    }
    const [only] = editor.selection;
    if (only === undefined || editor.selection.size > 1) return false;
    this.#hands.editLabel(only);
    return true;
  }

  #escape(): boolean {
    const editor = this.#editor;
    if (editor.dragging) editor.cancel();
    else if (editor.tool !== 'select') editor.setTool('select');
    else if (editor.selection.size > 0) {
      editor.select([]);
      this.#hands.focus(undefined);
    } else return false;
    return true;
  }

  #letter({ key, shift }: Key): boolean {
    const editor = this.#editor;
    const tool = TOOL_KEYS[key.toLowerCase()];
    if (tool) {
      editor.setTool(tool);
      return true;
    }
    switch (key) {
      case 'c':
        return this.#startConnecting();
      case 'n':
      case 'N':
        return this.#nextThreat(shift ? -1 : 1);
      case '1':
        editor.fit();
        return true;
      case '2':
        if (editor.selection.size > 0) editor.fit(editor.selection);
        return true;
      case '0':
        editor.zoomBy(1 / editor.camera.zoom);
        return true;
      case '+':
      case '=':
        editor.zoomBy(1.2);
        return true;
      case '-':
        editor.zoomBy(1 / 1.2);
        return true;
      case '?':
        this.#hands.help();
        return true;
      default:
        return false;
    }
  }

  #nextThreat(by: 1 | -1): boolean {
    const editor = this.#editor;
    const marked = [...editor.scene.cells.keys()].filter((id) => editor.threatsOf(id) > 0);
    if (marked.length === 0) return true;
    const at = marked.findIndex((id) => editor.selection.has(id));
    const next = marked[(at + by + marked.length) % marked.length]!;
    editor.select([next]);
    editor.reveal(next);
    this.#hands.focus(next);
    return true;
  }

  #startConnecting(): boolean {
    const editor = this.#editor;
    const [source] = editor.selection;
    const cell = source === undefined ? undefined : editor.scene.cell(source);
    if (!cell || isFlow(cell) || !editor.options.mayEdit()) return false;
    const target =
      towards(editor, cell.id, 1, 0) ??
      towards(editor, cell.id, 0, 1) ??
      towards(editor, cell.id, -1, 0) ??
      towards(editor, cell.id, 0, -1);
    if (!target) {
      editor.announcer.now('There is no other node to connect to.');
      return true;
    }
    this.#aim(cell.id, target);
    return true;
  }

  #choosing(key: Key, { source, target }: { source: string; target: string }): boolean {
    const editor = this.#editor;
    const arrow = ARROWS[key.key];
    if (arrow) {
      const next = towards(editor, target, arrow[0], arrow[1]);
      if (next && next !== source) this.#aim(source, next);
      return true;
    }
    this.#connecting = undefined;
    editor.hover = undefined;
    if (key.key === 'Enter') {
      connectNodes(editor, source, target);
      this.#hands.focus([...editor.selection][0]);
    } else {
      editor.announcer.now('No flow drawn');
    }
    editor.changed();
    return true;
  }

  #aim(source: string, target: string): void {
    const editor = this.#editor;
    this.#connecting = { source, target };
    editor.hover = target;
    const cell = editor.scene.cell(target);
    if (cell) {
      editor.announcer.now(
        `Connect to ${nameOfCell(cell)}? Enter draws the flow, arrows choose another. ${sentence(editor.scene, cell)}`,
      );
    }
    editor.reveal(target);
  }
}
