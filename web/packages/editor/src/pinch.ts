import type { Point } from '@tmi/diagram';
import type { Editor } from './editor';

/** Two fingers pan and zoom; the first finger's drag is given up for it. */
export class Pinch {
  readonly #fingers = new Map<number, Point>();
  readonly #editor: Editor;
  #running = false;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  down(id: number, point: Point): boolean {
    this.#fingers.set(id, point);
    if (this.#fingers.size < 2) return false;
    this.#editor.cancel();
    this.#running = true;
    return true;
  }

  move(id: number, point: Point): boolean {
    if (!this.#running || !this.#fingers.has(id)) return false;
    const before = this.#span();
    this.#fingers.set(id, point);
    const after = this.#span();
    if (before && after) {
      this.#editor.pan(after.x - before.x, after.y - before.y);
      if (before.apart > 0) this.#editor.zoomAt(after, after.apart / before.apart);
    }
    return true;
  }

  /** True while fingers of a pinch are still down, so that lifting one starts nothing. */
  up(id: number): boolean {
    const was = this.#running;
    this.#fingers.delete(id);
    if (this.#fingers.size === 0) this.#running = false;
    return was;
  }

  #span(): (Point & { apart: number }) | undefined {
    const [a, b] = this.#fingers.values();
    if (!a || !b) return undefined;
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, apart: Math.hypot(a.x - b.x, a.y - b.y) };
  }
}
