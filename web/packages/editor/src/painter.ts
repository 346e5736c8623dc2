import { type Box, type Cell, type Path, isFlow, labelOf } from '@tmi/diagram';
import type { Camera, Size } from './camera';
import type { Scene } from './scene';
import { classOf, lookOf } from './view/look';
import { LID } from './view/node';

/** The theme's colours, read from the page when it changes. */
export interface Palette {
  readonly fill: string;
  readonly stroke: string;
  readonly boundary: string;
  readonly flow: string;
  readonly text: string;
  readonly accent: string;
}

/** Draws the whole picture into a canvas: the overview, the small map, a thumbnail. */
export function paint(
  context: CanvasRenderingContext2D,
  scene: Scene,
  ids: Iterable<string>,
  camera: Camera,
  palette: Palette,
  selection: ReadonlySet<string> = new Set(),
): void {
  const { zoom } = camera;
  context.save();
  context.scale(zoom, zoom);
  context.translate(-camera.x, -camera.y);
  const cells = [...ids].flatMap((id) => scene.cell(id) ?? []);
  cells.sort((a, b) => scene.z(a) - scene.z(b));
  for (const cell of cells) {
    const chosen = selection.has(cell.id);
    if (isFlow(cell)) paintFlow(context, scene, cell, palette, zoom, chosen);
    else paintNode(context, scene.box(cell.id)!, cell, palette, zoom, chosen);
  }
  context.restore();
}

export function clear(canvas: HTMLCanvasElement, size: Size, ratio: number) {
  const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  const context = canvas.getContext('2d');
  context?.setTransform(ratio, 0, 0, ratio, 0, 0);
  context?.clearRect(0, 0, size.width, size.height);
  return context;
}

function paintNode(
  context: CanvasRenderingContext2D,
  box: Box,
  cell: Cell,
  palette: Palette,
  zoom: number,
  chosen: boolean,
): void {
  const kind = classOf(cell);
  const look = lookOf(cell, 'body');
  context.lineWidth = (chosen ? 2.5 : 1.2) / zoom;
  context.strokeStyle = chosen
    ? palette.accent
    : (look.stroke ?? (kind === 'boundary' ? palette.boundary : palette.stroke));
  context.fillStyle = look.fill ?? palette.fill;
  context.setLineDash(kind === 'boundary' ? [6, 5] : []);
  if (kind !== 'text') {
    context.beginPath();
    if (kind === 'store') drum(context, box);
    else context.roundRect(box.x, box.y, box.width, box.height, kind === 'actor' ? 2 : 10);
    if (kind !== 'boundary') context.fill();
    context.stroke();
  }
  context.setLineDash([]);
  const size = kind === 'boundary' ? 15 : 13;
  if (size * zoom < 4.5) return;
  context.fillStyle = kind === 'boundary' ? palette.boundary : palette.text;
  context.font = `${size}px ${FONT}`;
  context.textAlign = kind === 'boundary' ? 'left' : 'center';
  const x = kind === 'boundary' ? box.x + 12 : box.x + box.width / 2;
  const y = kind === 'boundary' ? box.y + 20 : box.y + box.height / 2 + 4.5;
  context.fillText(labelOf(cell), x, y, box.width - 12);
}

const FONT = "'Inter Variable', system-ui, sans-serif";

function drum(context: CanvasRenderingContext2D, { x, y, width, height }: Box): void {
  const middle = x + width / 2;
  context.ellipse(middle, y + LID, width / 2, LID, 0, Math.PI, 0);
  context.lineTo(x + width, y + height - LID);
  context.ellipse(middle, y + height - LID, width / 2, LID, 0, 0, Math.PI);
  context.closePath();
  context.moveTo(x, y + LID);
  context.ellipse(middle, y + LID, width / 2, LID, 0, Math.PI, 0, true);
}

function paintFlow(
  context: CanvasRenderingContext2D,
  scene: Scene,
  cell: Cell,
  palette: Palette,
  zoom: number,
  chosen: boolean,
): void {
  const line = scene.line(cell.id);
  if (!line) return;
  const colour = chosen ? palette.accent : (lookOf(cell, 'line').stroke ?? palette.flow);
  context.strokeStyle = colour;
  context.lineWidth = (chosen ? 2.5 : 1.2) / zoom;
  context.beginPath();
  trace(context, line.path);
  context.stroke();
  const [tip, before] = [line.flat[line.flat.length - 1]!, line.flat[line.flat.length - 2]!];
  const angle = Math.atan2(tip.y - before.y, tip.x - before.x);
  context.fillStyle = colour;
  context.beginPath();
  context.moveTo(tip.x, tip.y);
  for (const turn of [-0.4, 0.4]) {
    context.lineTo(tip.x - 12 * Math.cos(angle + turn), tip.y - 12 * Math.sin(angle + turn));
  }
  context.fill();
}

function trace(context: CanvasRenderingContext2D, path: Path): void {
  context.moveTo(path.start.x, path.start.y);
  for (const piece of path.pieces) {
    if (piece.kind === 'line') context.lineTo(piece.to.x, piece.to.y);
    else {
      const { c1, c2, to } = piece;
      context.bezierCurveTo(c1.x, c1.y, c2.x, c2.y, to.x, to.y);
    }
  }
}
