import type { End } from '../cell';
import { type Box, type Point, centre } from './box';
import { type Port, borderPoint, isPort, outward, portPoint } from './port';

/** The points a flow passes, its two ends first and last, before a connector rounds them. */
export function route(
  source: { box: Box; end: End },
  target: { box: Box; end: End },
  vertices: readonly Point[],
  router: string,
): Point[] {
  const start = anchor(source, vertices[0] ?? centre(target.box));
  const finish = anchor(target, vertices[vertices.length - 1] ?? start);
  const points = [start, ...vertices, finish];
  return router === 'normal' || router === 'one_side'
    ? points
    : orthogonal(points, portOf(source.end), portOf(target.end));
}

function portOf(end: End): Port | undefined {
  return isPort(end.port) ? end.port : undefined;
}

function anchor({ box, end }: { box: Box; end: End }, towards: Point): Point {
  const port = portOf(end);
  return port ? portPoint(box, port) : borderPoint(box, towards);
}

const STUB = 20;

/** Only level and upright pieces; leaves and enters a port along its own direction. */
function orthogonal(points: readonly Point[], source?: Port, target?: Port): Point[] {
  const first = points[0]!;
  const last = points[points.length - 1]!;
  const way = [first];
  if (source) way.push(stub(first, source));
  way.push(...points.slice(1, -1));
  if (target) way.push(stub(last, target));
  way.push(last);
  const corners: Point[] = [way[0]!];
  for (let index = 1; index < way.length; index++) {
    const from = corners[corners.length - 1]!;
    const to = way[index]!;
    if (from.x !== to.x && from.y !== to.y) {
      const level = wasLevel(corners, source);
      corners.push(level ? { x: to.x, y: from.y } : { x: from.x, y: to.y });
    }
    corners.push(to);
  }
  return corners;
}

function stub(from: Point, port: Port): Point {
  const out = outward(port);
  return { x: from.x + out.x * STUB, y: from.y + out.y * STUB };
}

function wasLevel(corners: readonly Point[], source?: Port): boolean {
  const last = corners[corners.length - 1]!;
  const before = corners[corners.length - 2];
  if (before) return before.y === last.y;
  return source === undefined || outward(source).x !== 0;
}
