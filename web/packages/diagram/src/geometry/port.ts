import { type Box, type Point, centre, distance } from './box';

/** The only ports we use: the existing client keeps no others. */
export const PORTS = ['top', 'right', 'bottom', 'left'] as const;
export type Port = (typeof PORTS)[number];

const OUTWARD: Record<Port, Point> = {
  top: { x: 0, y: -1 },
  right: { x: 1, y: 0 },
  bottom: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
};

export function isPort(name: string | null | undefined): name is Port {
  return (PORTS as readonly (string | null | undefined)[]).includes(name);
}

export function portPoint(box: Box, port: Port): Point {
  const out = OUTWARD[port];
  const middle = centre(box);
  return { x: middle.x + (out.x * box.width) / 2, y: middle.y + (out.y * box.height) / 2 };
}

export function outward(port: Port): Point {
  return OUTWARD[port];
}

export function nearestPort(box: Box, point: Point): Port {
  let best: Port = 'top';
  let least = Infinity;
  for (const port of PORTS) {
    const away = distance(portPoint(box, port), point);
    if (away < least) [best, least] = [port, away];
  }
  return best;
}

/** The pair of ports that looks best between two boxes: the sides that face each other. */
export function facingPorts(from: Box, to: Box): { source: Port; target: Port } {
  const [a, b] = [centre(from), centre(to)];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  if (Math.abs(dx) >= Math.abs(dy)) {
    return dx >= 0 ? { source: 'right', target: 'left' } : { source: 'left', target: 'right' };
  }
  return dy >= 0 ? { source: 'bottom', target: 'top' } : { source: 'top', target: 'bottom' };
}

/** Where the straight line from the middle of the box towards a point leaves the box. */
export function borderPoint(box: Box, towards: Point): Point {
  const middle = centre(box);
  const [dx, dy] = [towards.x - middle.x, towards.y - middle.y];
  if (dx === 0 && dy === 0) return middle;
  const scale = Math.min(
    dx === 0 ? Infinity : box.width / 2 / Math.abs(dx),
    dy === 0 ? Infinity : box.height / 2 / Math.abs(dy),
  );
  return { x: middle.x + dx * scale, y: middle.y + dy * scale };
}
