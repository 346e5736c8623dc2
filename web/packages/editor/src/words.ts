import {
  type Cell,
  ancestors,
  crossings,
  endOf,
  isBoundary,
  isFlow,
  labelOf,
  shapeOf,
} from '@tmi/diagram';
import type { Scene } from './scene';

const KIND: Record<string, string> = {
  actor: 'actor',
  process: 'process',
  store: 'data store',
  'security-boundary': 'trust boundary',
  'text-box': 'text',
};

export function kindOf(cell: Cell): string {
  if (isFlow(cell)) return 'flow';
  return KIND[shapeOf(cell)] ?? `unknown shape ${cell.shape}`;
}

export function nameOfCell(cell: Cell): string {
  return labelOf(cell).trim() || `unnamed ${kindOf(cell)}`;
}

/** What a screen reader says of a cell: its name first, then where it is and what hangs on it. */
export function sentence(scene: Scene, cell: Cell, threats = 0): string {
  const parts = isFlow(cell) ? flowParts(scene, cell) : nodeParts(scene, cell);
  if (threats > 0) parts.push(`${threats} open ${threats === 1 ? 'threat' : 'threats'}`);
  return parts.join(', ');
}

function nodeParts(scene: Scene, cell: Cell): string[] {
  const parts = [nameOfCell(cell)];
  const boundary = ancestors(scene.cells, cell.id).find(isBoundary);
  if (boundary) parts.push(`in boundary ${nameOfCell(boundary)}`);
  const inside = scene.childrenOf(cell.id).size;
  if (inside > 0) parts.push(`${inside} inside`);
  let [into, out] = [0, 0];
  for (const id of scene.flowsOf(cell.id)) {
    const flow = scene.cell(id);
    if (!flow) continue;
    if (endOf(flow, 'target')?.cell === cell.id) into += 1;
    if (endOf(flow, 'source')?.cell === cell.id) out += 1;
  }
  if (into + out > 0) parts.push(`${into} ${into === 1 ? 'flow' : 'flows'} in, ${out} out`);
  return parts;
}

function flowParts(scene: Scene, cell: Cell): string[] {
  const name = (side: 'source' | 'target'): string => {
    const end = endOf(cell, side);
    const node = end && scene.cell(end.cell);
    return node ? nameOfCell(node) : 'nowhere';
  };
  const parts = [nameOfCell(cell), `from ${name('source')} to ${name('target')}`];
  const crossed = crossings(scene.cells, cell).length;
  if (crossed > 0) {
    parts.push(`crosses ${crossed} trust ${crossed === 1 ? 'boundary' : 'boundaries'}`);
  }
  return parts;
}
