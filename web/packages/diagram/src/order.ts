import { type Cell, boxOf, endOf, isFlow, parentOf, shapeOf } from './cell';
import { type Cells, ancestors } from './rule';

/** Computed when drawing and never written back: a child lies above its parent, a flow above its ends. */
export function zOf(cells: Cells, cell: Cell): number {
  if (isFlow(cell)) {
    const ends = [endOf(cell, 'source'), endOf(cell, 'target')].map((end) => {
      const node = end && cells.get(end.cell);
      return node && !isFlow(node) ? zOfNode(cells, node) : 0;
    });
    return Math.max(...ends) + 0.5;
  }
  return zOfNode(cells, cell);
}

const START: Record<string, number> = { 'security-boundary': 1, 'text-box': 20 };

function zOfNode(cells: Cells, node: Cell): number {
  const chain = [node, ...ancestors(cells, node.id)].reverse();
  return chain.reduce((below, each) => Math.max(START[shapeOf(each)] ?? 10, below + 1), 0);
}

/** Boundaries with what they hold, rows from the top, each row from the left, flows after their source. */
export function readingOrder(cells: Cells): string[] {
  const children = new Map<string | undefined, Cell[]>();
  const flows = new Map<string, Cell[]>();
  const adrift: Cell[] = [];
  for (const cell of cells.values()) {
    if (isFlow(cell)) {
      const source = endOf(cell, 'source')?.cell;
      if (source !== undefined && cells.has(source)) push(flows, source, cell);
      else adrift.push(cell);
    } else {
      push(children, ancestors(cells, cell.id)[0]?.id, cell);
    }
  }
  const order: string[] = [];
  const seen = new Set<string>();
  const visit = (parent: string | undefined): void => {
    for (const node of (children.get(parent) ?? []).sort(byPlace)) {
      if (seen.has(node.id)) continue;
      seen.add(node.id);
      order.push(node.id);
      visit(node.id);
      order.push(...(flows.get(node.id) ?? []).map(({ id }) => id));
    }
  };
  visit(undefined);
  // A circle of parents is never reached from the top; its cells must still be reachable.
  const left = [...cells.values()].filter((cell) => !isFlow(cell) && !seen.has(cell.id));
  order.push(...left.map(({ id }) => id), ...adrift.map(({ id }) => id));
  return order;
}

function push<K>(map: Map<K, Cell[]>, key: K, cell: Cell): void {
  const list = map.get(key);
  if (list) list.push(cell);
  else map.set(key, [cell]);
}

const ROW = 40;

function byPlace(a: Cell, b: Cell): number {
  const [p, q] = [boxOf(a), boxOf(b)];
  return Math.floor(p.y / ROW) - Math.floor(q.y / ROW) || p.x - q.x;
}

export function depthOf(cells: Cells, cell: Cell): number {
  return parentOf(cell) === undefined ? 0 : ancestors(cells, cell.id).length;
}
