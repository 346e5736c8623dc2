import { type Box, type Cell, labelOf } from '@tmi/diagram';
import { classOf, dress, inkOn, lookOf } from './look';
import { type Measure, wrap } from './measure';
import { svg } from './svg';

export const LINE_HEIGHT = 17;
/** Half the height of a store's lid. */
export const LID = 8;
const PADDING = 10;

/** Fills a node's group: body, label, mark for open threats. Placing it is not done here. */
export function paintNode(
  group: SVGGElement,
  cell: Cell,
  box: Box,
  measure: Measure,
  threats: number,
): void {
  const kind = classOf(cell);
  group.replaceChildren(...body(kind, box), label(kind, cell, box, measure));
  const look = lookOf(cell, 'body');
  for (const part of group.querySelectorAll<SVGElement>('.body, .lid')) dress(part, look);
  if (look.fill) group.querySelector<SVGElement>('.label')!.style.fill = inkOn(cell);
  if (threats > 0) group.append(threatMark(box, threats));
}

function body(kind: string, { width, height }: Box): SVGElement[] {
  switch (kind) {
    case 'store':
      return [
        svg('path', { class: 'body', d: drum(width, height) }),
        svg('ellipse', { class: 'lid', cx: width / 2, cy: LID, rx: width / 2, ry: LID }),
      ];
    case 'boundary':
      return [svg('rect', { class: 'body', width, height, rx: 10 })];
    case 'process':
      return [svg('rect', { class: 'body', width, height, rx: 10 })];
    case 'text':
      return [svg('rect', { class: 'body bare', width, height })];
    default:
      return [svg('rect', { class: 'body', width, height, rx: 2 })];
  }
}

export function drum(width: number, height: number): string {
  const half = width / 2;
  return (
    `M0 ${LID}V${height - LID}A${half} ${LID} 0 0 0 ${width} ${height - LID}` +
    `V${LID}A${half} ${LID} 0 0 0 0 ${LID}Z`
  );
}

function label(kind: string, cell: Cell, box: Box, measure: Measure): SVGTextElement {
  const title = kind === 'boundary';
  const lines = wrap(labelOf(cell), Math.max(24, box.width - 2 * PADDING), measure, title ? 1 : 4);
  const middle = kind === 'store' ? (box.height + LID) / 2 : box.height / 2;
  const x = title ? 12 : box.width / 2;
  const first = title ? 19 : middle - ((lines.length - 1) * LINE_HEIGHT) / 2 + 4.5;
  const text = svg('text', {
    class: 'label',
    x,
    y: first,
    'text-anchor': title ? 'start' : 'middle',
  });
  lines.forEach((line, index) => {
    const span = svg('tspan', { x, y: first + index * LINE_HEIGHT });
    span.textContent = line;
    text.append(span);
  });
  return text;
}

function threatMark(box: Box, threats: number): SVGGElement {
  const text = svg('text', { x: 0, y: 4, 'text-anchor': 'middle' });
  text.textContent = threats > 9 ? '9+' : String(threats);
  const mark = svg('g', { class: 'threat-mark', transform: `translate(${box.width - 4} 4)` });
  mark.append(svg('path', { d: 'M0 -11L11 0L0 11L-11 0Z' }), text);
  return mark;
}
