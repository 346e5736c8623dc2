import {
  type Cell,
  type Point,
  type Port,
  PORTS,
  boxOf,
  contains,
  distance,
  distanceToPath,
  inflate,
  isBoundary,
  isFlow,
  pointAlong,
  portPoint,
  shapeOf,
} from '@tmi/diagram';
import type { Edge } from './gesture';
import type { Scene } from './scene';

/** What lies under a point. Found by geometry, never by the element that got the event. */
export type Hit =
  | { readonly kind: 'handle'; readonly id: string; readonly edge: Edge }
  | { readonly kind: 'bend'; readonly id: string; readonly index: number }
  | { readonly kind: 'port'; readonly id: string; readonly port: Port }
  | { readonly kind: 'node'; readonly id: string }
  | { readonly kind: 'flow'; readonly id: string }
  | { readonly kind: 'paper' };

const HANDLE = 8;
const PORT = 10;
const FLOW = 6;
const BORDER = 8;
const TITLE = 26;

export interface HitOptions {
  readonly zoom: number;
  readonly selection: ReadonlySet<string>;
  /** The node whose ports are shown now, if any. */
  readonly portsOf?: string | undefined;
}

export function hit(scene: Scene, point: Point, options: HitOptions): Hit {
  const reach = (pixels: number): number => pixels / options.zoom;
  const only = options.selection.size === 1 ? [...options.selection][0]! : undefined;
  return (
    (only && handleAt(scene, only, point, reach(HANDLE))) ||
    (only && bendAt(scene, only, point, reach(HANDLE))) ||
    (options.portsOf && portAt(scene, options.portsOf, point, reach(PORT))) ||
    cellAt(scene, point, reach, options.selection) || { kind: 'paper' }
  );
}

const EDGES: readonly { edge: Edge; x: number; y: number }[] = [
  { edge: 'nw', x: 0, y: 0 },
  { edge: 'ne', x: 1, y: 0 },
  { edge: 'se', x: 1, y: 1 },
  { edge: 'sw', x: 0, y: 1 },
  { edge: 'n', x: 0.5, y: 0 },
  { edge: 'e', x: 1, y: 0.5 },
  { edge: 's', x: 0.5, y: 1 },
  { edge: 'w', x: 0, y: 0.5 },
];

/** Corners only: the middles of the sides belong to the ports. */
export const CORNERS = EDGES.slice(0, 4);

function handleAt(scene: Scene, id: string, point: Point, reach: number): Hit | undefined {
  const cell = scene.cell(id);
  const box = cell && !isFlow(cell) ? scene.box(id) : undefined;
  if (!box) return undefined;
  const found = CORNERS.find(
    ({ x, y }) => distance({ x: box.x + x * box.width, y: box.y + y * box.height }, point) <= reach,
  );
  return found && { kind: 'handle', id, edge: found.edge };
}

function bendAt(scene: Scene, id: string, point: Point, reach: number): Hit | undefined {
  const bends = scene.line(id)?.bends ?? [];
  const index = bends.findIndex((bend) => distance(bend, point) <= reach);
  return index < 0 ? undefined : { kind: 'bend', id, index };
}

export function portAt(scene: Scene, id: string, point: Point, reach: number): Hit | undefined {
  const box = scene.box(id);
  const port = box && PORTS.find((each) => distance(portPoint(box, each), point) <= reach);
  return port && { kind: 'port', id, port };
}

/** Selected cells first, then nodes from the front, flows, labels, and last a boundary's border. */
function cellAt(
  scene: Scene,
  point: Point,
  reach: (pixels: number) => number,
  selection: ReadonlySet<string>,
): Hit | undefined {
  const near = scene
    .within({ x: point.x, y: point.y, width: 0, height: 0 })
    .flatMap((id) => scene.cell(id) ?? [])
    .sort((a, b) => scene.z(b) - scene.z(a));
  const selected = near.filter(({ id }) => selection.has(id));
  for (const list of [selected, near.filter((cell) => !selection.has(cell.id))]) {
    const node = list.find((cell) => !isFlow(cell) && bodyHit(scene, cell, point, reach));
    if (node) return { kind: 'node', id: node.id };
    const flow = list.find((cell) => isFlow(cell) && flowHit(scene, cell, point, reach(FLOW)));
    if (flow) return { kind: 'flow', id: flow.id };
  }
  return undefined;
}

/** A boundary is held by its border and title only: what is inside it must be free to touch. */
function bodyHit(
  scene: Scene,
  cell: Cell,
  point: Point,
  reach: (pixels: number) => number,
): boolean {
  const box = scene.box(cell.id) ?? boxOf(cell);
  if (!contains(box, point)) return false;
  if (!isBoundary(cell) || shapeOf(cell) !== 'security-boundary') return true;
  if (point.y - box.y <= TITLE) return true;
  return !contains(inflate(box, -reach(BORDER)), point);
}

function flowHit(scene: Scene, cell: Cell, point: Point, reach: number): boolean {
  const line = scene.line(cell.id);
  if (!line) return false;
  if (distanceToPath(line.flat, point) <= reach) return true;
  const label = pointAlong(line.flat, 0.5);
  return Math.abs(label.x - point.x) <= 28 && Math.abs(label.y - point.y) <= 9;
}

/** The front node that may take in what is dropped at this point. */
export function dropTarget(
  scene: Scene,
  point: Point,
  moving: ReadonlySet<string>,
  takes: (cell: Cell) => boolean,
): string | undefined {
  return scene
    .within({ x: point.x, y: point.y, width: 0, height: 0 })
    .flatMap((id) => scene.cell(id) ?? [])
    .filter((cell) => !moving.has(cell.id) && !isFlow(cell) && takes(cell))
    .filter((cell) => contains(scene.box(cell.id)!, point))
    .sort((a, b) => scene.z(b) - scene.z(a))[0]?.id;
}
