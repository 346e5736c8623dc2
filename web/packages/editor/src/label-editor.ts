import { type Point, isFlow, labelOf, pointAlong } from '@tmi/diagram';
import { composing } from '@tmi/ui';
import { boxToScreen } from './camera';
import { rename } from './command';
import type { Editor } from './editor';

/** A text field over the cell while its label is written. Enter keeps, Escape drops. */
export class LabelEditor {
  readonly #editor: Editor;
  readonly #host: HTMLElement;
  readonly #done: (id: string) => void;
  #field: HTMLTextAreaElement | undefined;

  constructor(editor: Editor, host: HTMLElement, done: (id: string) => void) {
    this.#editor = editor;
    this.#host = host;
    this.#done = done;
  }

  open(id: string): void {
    const cell = this.#editor.scene.cell(id);
    if (!cell || !this.#editor.options.mayEdit()) return;
    this.close(true);
    const field = document.createElement('textarea');
    field.className = 'label-editor';
    field.rows = 1;
    field.maxLength = 256;
    field.value = labelOf(cell);
    field.setAttribute('aria-label', 'Label');
    field.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (composing(event)) return;
      if (event.key === 'Escape') this.close(false);
      else if (event.key === 'Enter') this.close(true);
      else return;
      event.preventDefault();
    });
    field.addEventListener('pointerdown', (event) => event.stopPropagation());
    field.addEventListener('blur', () => this.close(true));
    this.#field = field;
    this.#editor.editing = id;
    this.#host.append(field);
    this.place();
    field.focus();
    field.select();
  }

  /** Follows its cell, which others may move meanwhile. */
  place(): void {
    const { editing, camera, scene } = this.#editor;
    const field = this.#field;
    if (!field) return;
    if (editing === undefined) return this.#drop();
    const cell = scene.cell(editing);
    const line = cell && isFlow(cell) ? scene.line(editing) : undefined;
    const box = scene.box(editing);
    if (!box) return;
    const middle: Point = line ? this.#editor.toScreen(pointAlong(line.flat, 0.5)) : { x: 0, y: 0 };
    const area = boxToScreen(camera, box);
    const width = line ? 160 : Math.max(100, area.width);
    field.style.width = `${width}px`;
    field.style.left = `${line ? middle.x - width / 2 : area.x + area.width / 2 - width / 2}px`;
    field.style.top = `${line ? middle.y - 15 : area.y + area.height / 2 - 15}px`;
  }

  close(keep: boolean): void {
    const [field, id] = [this.#field, this.#editor.editing];
    if (!field) return;
    const text = field.value.replace(/\s+/g, ' ').trim();
    this.#drop();
    if (id === undefined) return;
    const cell = this.#editor.scene.cell(id);
    // A node without a word would be lost in the existing client: it keeps the one it has.
    const allowed = text !== '' || (cell && isFlow(cell));
    if (keep && cell && allowed && text !== labelOf(cell)) rename(this.#editor, id, text);
    this.#done(id);
  }

  #drop(): void {
    const field = this.#field;
    this.#field = undefined;
    this.#editor.editing = undefined;
    field?.remove();
  }
}
