import { type Cell, Replica, inflate } from '@tmi/diagram';
import { fitted } from './camera';
import { readPalette } from './mount';
import { clear, paint } from './painter';
import { Scene } from './scene';

/** Draws a diagram small, from its cells: nothing is stored and nothing foreign is shown. */
export function drawThumbnail(canvas: HTMLCanvasElement, cells: readonly Cell[]): void {
  const replica = new Replica();
  replica.reset(cells);
  const scene = new Scene(replica);
  const { clientWidth: width, clientHeight: height } = canvas;
  const context = clear(canvas, { width, height }, window.devicePixelRatio || 1);
  const extent = scene.extent();
  if (!context || !extent) return;
  const camera = fitted(inflate(extent, 10), { width, height }, 10, 1);
  paint(context, scene, scene.cells.keys(), camera, readPalette(canvas.parentElement!));
}
