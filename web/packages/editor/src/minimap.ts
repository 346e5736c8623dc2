import { type Point, unionOf } from '@tmi/diagram';
import { type Camera, fitted, toScreen, toWorld, viewport } from './camera';
import type { Editor } from './editor';
import { readPalette } from './mount';
import { clear, paint } from './painter';

const QUIET = 120;

/** The small map: the whole diagram and, on it, what is seen. A press goes there. */
export class Minimap {
  readonly #editor: Editor;
  readonly #canvas: HTMLCanvasElement;
  readonly #stop: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #camera: Camera = { x: 0, y: 0, zoom: 1 };

  constructor(editor: Editor, canvas: HTMLCanvasElement) {
    this.#editor = editor;
    this.#canvas = canvas;
    this.#stop = editor.subscribe(() => this.#later());
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

  #later(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#draw();
    }, QUIET);
  }

  #draw(): void {
    const { scene, camera, size } = this.#editor;
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    const seen = viewport(camera, size);
    const whole = unionOf([seen, ...(scene.extent() ? [scene.extent()!] : [])]);
    this.#camera = fitted(whole, { width, height }, 6, 1);
    const context = clear(this.#canvas, { width, height }, window.devicePixelRatio || 1);
    if (!context) return;
    const palette = readPalette(this.#canvas.parentElement!);
    paint(context, scene, scene.cells.keys(), this.#camera, palette, this.#editor.selection);
    const corner = toScreen(this.#camera, seen);
    context.strokeStyle = palette.accent;
    context.lineWidth = 1.5;
    const { zoom } = this.#camera;
    context.strokeRect(corner.x, corner.y, seen.width * zoom, seen.height * zoom);
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
