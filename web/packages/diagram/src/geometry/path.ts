import { type Box, type Point, boxAround, distance } from './box';

/** A drawn line: lines and cubic curves from a start. Plain numbers, so painter and SVG share it. */
export interface Path {
  readonly start: Point;
  readonly pieces: readonly Piece[];
}
export type Piece =
  | { readonly kind: 'line'; readonly to: Point }
  | { readonly kind: 'curve'; readonly c1: Point; readonly c2: Point; readonly to: Point };

export function connect(points: readonly Point[], connector: string): Path {
  if (connector === 'smooth') return smooth(points);
  if (connector === 'rounded') return rounded(points, 10);
  return { start: points[0]!, pieces: points.slice(1).map((to) => ({ kind: 'line', to })) };
}

function smooth(points: readonly Point[]): Path {
  const start = points[0]!;
  const finish = points[points.length - 1]!;
  if (points.length === 2) {
    const level = Math.abs(finish.x - start.x) >= Math.abs(finish.y - start.y);
    const [x, y] = [(start.x + finish.x) / 2, (start.y + finish.y) / 2];
    const c1 = level ? { x, y: start.y } : { x: start.x, y };
    const c2 = level ? { x, y: finish.y } : { x: finish.x, y };
    return { start, pieces: [{ kind: 'curve', c1, c2, to: finish }] };
  }
  return { start, pieces: spline(points) };
}

/** Catmull-Rom through every point, so a bend lies where it was put. */
function spline(points: readonly Point[]): Piece[] {
  const pieces: Piece[] = [];
  for (let i = 0; i < points.length - 1; i++) {
    const [p0, p1, p2] = [points[Math.max(0, i - 1)]!, points[i]!, points[i + 1]!];
    const p3 = points[Math.min(points.length - 1, i + 2)]!;
    pieces.push({
      kind: 'curve',
      c1: { x: p1.x + (p2.x - p0.x) / 6, y: p1.y + (p2.y - p0.y) / 6 },
      c2: { x: p2.x - (p3.x - p1.x) / 6, y: p2.y - (p3.y - p1.y) / 6 },
      to: p2,
    });
  }
  return pieces;
}

function rounded(points: readonly Point[], radius: number): Path {
  const pieces: Piece[] = [];
  for (let i = 1; i < points.length - 1; i++) {
    const [before, corner, after] = [points[i - 1]!, points[i]!, points[i + 1]!];
    const into = towards(corner, before, radius);
    const out = towards(corner, after, radius);
    pieces.push({ kind: 'line', to: into });
    pieces.push({
      kind: 'curve',
      c1: towards(into, corner, radius / 2),
      c2: towards(out, corner, radius / 2),
      to: out,
    });
  }
  pieces.push({ kind: 'line', to: points[points.length - 1]! });
  return { start: points[0]!, pieces };
}

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to);
  if (length === 0) return from;
  const share = Math.min(by, length / 2) / length;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

export function toSvg(path: Path): string {
  const text = [`M${number(path.start.x)} ${number(path.start.y)}`];
  for (const piece of path.pieces) {
    text.push(
      piece.kind === 'line'
        ? `L${number(piece.to.x)} ${number(piece.to.y)}`
        : `C${[piece.c1, piece.c2, piece.to].map((p) => `${number(p.x)} ${number(p.y)}`).join(' ')}`,
    );
  }
  return text.join('');
}

function number(value: number): number {
  return Math.round(value * 100) / 100;
}

const SAMPLES = 16;

/** The path as short straight pieces: for hits, lengths and boxes. */
export function flatten(path: Path): Point[] {
  const points = [path.start];
  for (const piece of path.pieces) {
    if (piece.kind === 'line') {
      points.push(piece.to);
      continue;
    }
    const from = points[points.length - 1]!;
    for (let step = 1; step <= SAMPLES; step++) points.push(cubicAt(from, piece, step / SAMPLES));
  }
  return points;
}

function cubicAt(from: Point, piece: { c1: Point; c2: Point; to: Point }, t: number): Point {
  const u = 1 - t;
  const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
  return {
    x: a * from.x + b * piece.c1.x + c * piece.c2.x + d * piece.to.x,
    y: a * from.y + b * piece.c1.y + c * piece.c2.y + d * piece.to.y,
  };
}

export function boxOfPath(flat: readonly Point[]): Box {
  return boxAround(flat);
}

/** A label's place: a share of the length from 0 to 1, pixels from the start above, from the end below. */
export function pointAlong(flat: readonly Point[], position: number): Point {
  const total = lengthOf(flat);
  const wanted = position < 0 ? total + position : position <= 1 ? position * total : position;
  let left = Math.max(0, Math.min(total, wanted));
  for (let i = 1; i < flat.length; i++) {
    const [a, b] = [flat[i - 1]!, flat[i]!];
    const length = distance(a, b);
    if (left <= length && length > 0) {
      const share = left / length;
      return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
    }
    left -= length;
  }
  return flat[flat.length - 1]!;
}

export function lengthOf(flat: readonly Point[]): number {
  let total = 0;
  for (let i = 1; i < flat.length; i++) total += distance(flat[i - 1]!, flat[i]!);
  return total;
}

export function distanceToPath(flat: readonly Point[], point: Point): number {
  let least = Infinity;
  for (let i = 1; i < flat.length; i++) {
    least = Math.min(least, distanceToPiece(flat[i - 1]!, flat[i]!, point));
  }
  return least;
}

function distanceToPiece(a: Point, b: Point, p: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : ((p.x - a.x) * dx + (p.y - a.y) * dy) / square;
  const t = Math.max(0, Math.min(1, share));
  return distance(p, { x: a.x + t * dx, y: a.y + t * dy });
}
