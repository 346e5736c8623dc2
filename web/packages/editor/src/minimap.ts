import { type Point, unionOf } from '@tmi/diagram';
import { type Camera, fitted, toScreen, toWorld, viewport } from './camera';
import type { Editor } from './editor';
import { readPalette } from './mount';
import { type Palette, clear, paint } from './painter';

const QUIET = 150;

/** The small map: the whole diagram and, on it, what is seen. A press goes there. */
export class Minimap {
  readonly #editor: Editor;
  readonly #canvas: HTMLCanvasElement;
  readonly #stop: () => void;
  /** The diagram without the frame: drawn anew only when cells or the map's camera changed. */
  readonly #cells = document.createElement('canvas');
  #timer: ReturnType<typeof setTimeout> | undefined;
  #camera: Camera = { x: 0, y: 0, zoom: 1 };
  #drawn = '';
  #palette: Palette | undefined;

  constructor(editor: Editor, canvas: HTMLCanvasElement) {
    this.#editor = editor;
    this.#canvas = canvas;
    this.#stop = editor.onFrame(() => this.#later());
    canvas.addEventListener('pointerdown', this.#go);
    canvas.addEventListener('pointermove', this.#go);
    this.#later();
  }

  unmount(): void {
    this.#stop();
    clearTimeout(this.#timer);
    this.#canvas.removeEventListener('pointerdown', this.#go);
    this.#canvas.removeEventListener('pointermove', this.#go);
  }

  /** Waits for a rest: nobody looks at the small map in the middle of a drag. */
  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#draw(), QUIET);
  }

  #draw(): void {
    const { scene, camera, size } = this.#editor;
    const map = { width: this.#canvas.clientWidth, height: this.#canvas.clientHeight };
    if (map.width === 0 || map.height === 0) return; // narrow screens hide it
    const ratio = window.devicePixelRatio || 1;
    const seen = viewport(camera, size);
    const extent = scene.extent();
    this.#camera = fitted(unionOf(extent ? [seen, extent] : [seen]), map, 6, 1);
    this.#drawCells(map, ratio);
    const context = clear(this.#canvas, map, ratio);
    if (!context || !this.#palette) return;
    context.drawImage(this.#cells, 0, 0, map.width, map.height);
    const corner = toScreen(this.#camera, seen);
    context.strokeStyle = this.#palette.accent;
    context.lineWidth = 1.5;
    const { zoom } = this.#camera;
    context.strokeRect(corner.x, corner.y, seen.width * zoom, seen.height * zoom);
  }

  #drawCells(map: { width: number; height: number }, ratio: number): void {
    const { scene, selection } = this.#editor;
    const palette = readPalette(this.#canvas.parentElement!);
    const { revision } = this.#editor.snapshot();
    const state = JSON.stringify([revision, this.#camera, map, [...selection], palette]);
    if (state === this.#drawn) return;
    this.#drawn = state;
    this.#palette = palette;
    const context = clear(this.#cells, map, ratio);
    if (context) paint(context, scene, scene.cells.keys(), this.#camera, palette, selection);
  }

  readonly #go = (event: PointerEvent): void => {
    if (event.buttons !== 1) return;
    const { left, top } = this.#canvas.getBoundingClientRect();
    const point: Point = { x: event.clientX - left, y: event.clientY - top };
    const wanted = toWorld(this.#camera, point);
    const { camera, size } = this.#editor;
    this.#editor.camera = {
      ...camera,
      x: wanted.x - size.width / camera.zoom / 2,
      y: wanted.y - size.height / camera.zoom / 2,
    };
    this.#editor.changed();
  };
}
