import {
  type Box,
  type Cell,
  type Point,
  asNumber,
  at,
  contains,
  labelOf,
  pointAlong,
  toSvg,
} from '@tmi/diagram';
import type { Line } from '../scene';
import { dress, lookOf } from './look';
import { svg } from './svg';

/** Fills a flow's group: line, head, label with a halo, a gate where it passes a boundary. */
export function paintFlow(
  group: SVGGElement,
  cell: Cell,
  line: Line,
  crossed: readonly Box[],
  threats: number,
): void {
  const path = svg('path', { class: 'line', d: toSvg(line.path) });
  const head = svg('path', { class: 'head', d: headOf(line.flat) });
  const look = lookOf(cell, 'line');
  dress(path, look);
  if (look.stroke) head.style.fill = look.stroke;
  group.replaceChildren(path, head);
  const middle = pointAlong(line.flat, labelPosition(cell));
  const text = labelOf(cell);
  if (text !== '') {
    const label = svg('text', {
      class: 'label',
      x: middle.x,
      y: middle.y + 4.5,
      'text-anchor': 'middle',
    });
    label.textContent = text;
    group.append(label);
  }
  for (const box of crossed) {
    const gate = gateOf(line.flat, box);
    if (gate) group.append(svg('circle', { class: 'gate', cx: gate.x, cy: gate.y, r: 4 }));
  }
  if (threats > 0) group.append(mark(pointAlong(line.flat, 0.5), threats));
}

function labelPosition(cell: Cell): number {
  const labels = cell['labels'];
  const position = Array.isArray(labels) ? at(labels[0] as Cell[string], 'position') : undefined;
  return asNumber(position) ?? asNumber(at(position, 'distance')) ?? 0.5;
}

function mark(place: Point, threats: number): SVGGElement {
  const text = svg('text', { x: 0, y: 4, 'text-anchor': 'middle' });
  text.textContent = threats > 9 ? '9+' : String(threats);
  const group = svg('g', {
    class: 'threat-mark',
    transform: `translate(${place.x} ${place.y - 20})`,
  });
  group.append(svg('path', { d: 'M0 -11L11 0L0 11L-11 0Z' }), text);
  return group;
}

const HEAD = { length: 10, half: 4.5, notch: 7.5 };

/** The arrow's head: closed, with a notch, its point on the end of the line. */
export function headOf(flat: readonly Point[]): string {
  const tip = flat[flat.length - 1]!;
  const before = pointAlong(flat, -HEAD.length);
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const [ux, uy] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  const point = (back: number, aside: number): string =>
    `${round(tip.x - ux * back - uy * aside)} ${round(tip.y - uy * back + ux * aside)}`;
  return `M${point(0, 0)}L${point(HEAD.length, HEAD.half)}L${point(HEAD.notch, 0)}L${point(HEAD.length, -HEAD.half)}Z`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Where a line goes through the border of a box. */
export function gateOf(flat: readonly Point[], box: Box): Point | undefined {
  for (let i = 1; i < flat.length; i++) {
    const [a, b] = [flat[i - 1]!, flat[i]!];
    if (contains(box, a) === contains(box, b)) continue;
    let [inner, outer] = contains(box, a) ? [a, b] : [b, a];
    for (let cut = 0; cut < 12; cut++) {
      const middle = { x: (inner.x + outer.x) / 2, y: (inner.y + outer.y) / 2 };
      if (contains(box, middle)) inner = middle;
      else outer = middle;
    }
    return inner;
  }
  return undefined;
}
