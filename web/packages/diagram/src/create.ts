import type { Cell, End, NodeShape } from './cell';
import type { Box, Point } from './geometry/box';

export const START_SIZE: Record<NodeShape, { width: number; height: number }> = {
  actor: { width: 120, height: 60 },
  process: { width: 140, height: 60 },
  store: { width: 160, height: 80 },
  'security-boundary': { width: 200, height: 150 },
  'text-box': { width: 100, height: 40 },
};

export const START_LABEL: Record<NodeShape, string> = {
  actor: 'Actor',
  process: 'Process',
  store: 'Data store',
  'security-boundary': 'Trust boundary',
  'text-box': 'Text',
};

export const SMALLEST = { width: 40, height: 30 };

const FONT = { fontSize: 12, fontFamily: "'Roboto Condensed', Arial, sans-serif", fill: '#000000' };

function bodyOf(shape: NodeShape): Record<string, string | number> {
  if (shape === 'text-box') return { fill: 'transparent', stroke: 'none', strokeWidth: 0 };
  const body = { fill: '#ffffff', stroke: '#000000', strokeWidth: 2 };
  if (shape === 'security-boundary') return { ...body, strokeDasharray: '5,5', rx: 10, ry: 10 };
  if (shape === 'process') return { ...body, rx: 10, ry: 10 };
  return shape === 'store' ? { ...body, lateral: 10 } : body;
}

function portsOf(shape: NodeShape): Cell[string] {
  if (shape === 'text-box') return { groups: {}, items: [] };
  const names = ['top', 'right', 'bottom', 'left'];
  return {
    groups: Object.fromEntries(names.map((name) => [name, { position: name }])),
    items: names.map((name) => ({ group: name, id: name })),
  };
}

/** A new node with everything that other clients need to draw it as we do. */
export function newNode(
  id: string,
  shape: NodeShape,
  box: Box,
  parent: string | null,
  label = START_LABEL[shape],
): Cell {
  return {
    id,
    shape,
    ...box,
    parent,
    attrs: { body: bodyOf(shape), text: { text: label, ...FONT } },
    ports: portsOf(shape),
    data: { _metadata: [] },
  };
}

export function startBox(shape: NodeShape, middle: Point): Box {
  const size = START_SIZE[shape];
  return { x: middle.x - size.width / 2, y: middle.y - size.height / 2, ...size };
}

export function newFlow(id: string, source: End, target: End, label = 'Flow'): Cell {
  return {
    id,
    shape: 'flow',
    source: { cell: source.cell, port: source.port },
    target: { cell: target.cell, port: target.port },
    vertices: [],
    labels: [{ attrs: { text: { text: label, ...FONT } }, position: 0.5 }],
    attrs: {
      line: { stroke: '#000000', strokeWidth: 2, targetMarker: { name: 'classic', size: 8 } },
    },
    router: 'normal',
    connector: 'smooth',
    data: { _metadata: [] },
  };
}
