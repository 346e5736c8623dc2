import { type Cell, endOf, isBoundary, isFlow, parentOf, shapeOf } from './cell';
import { type CellChange, updateOf } from './change';

export type Cells = ReadonlyMap<string, Cell>;

/** Who may sit in whom: `contract/diagram-model.md` 12. */
export function mayContain(parent: Cell, child: Cell): boolean {
  if (isFlow(parent) || isFlow(child)) return false;
  const [outer, inner] = [shapeOf(parent), shapeOf(child)];
  if (outer === 'text-box') return false;
  return inner === 'security-boundary' ? outer === 'security-boundary' : true;
}

/** The chain of parents, nearest first; ends at a missing parent and at a circle. */
export function ancestors(cells: Cells, id: string): Cell[] {
  const chain: Cell[] = [];
  const seen = new Set([id]);
  let next = parentIn(cells, id);
  while (next && !seen.has(next.id)) {
    chain.push(next);
    seen.add(next.id);
    next = parentIn(cells, next.id);
  }
  return chain;
}

function parentIn(cells: Cells, id: string): Cell | undefined {
  const cell = cells.get(id);
  const parent = cell && parentOf(cell);
  return parent === undefined ? undefined : cells.get(parent);
}

/** The trust boundaries that a flow passes: those around exactly one of its ends. */
export function crossings(cells: Cells, flow: Cell): string[] {
  const [source, target] = [around(cells, flow, 'source'), around(cells, flow, 'target')];
  const outside = [...source].filter((id) => !target.has(id));
  return [...outside, ...[...target].filter((id) => !source.has(id))];
}

function around(cells: Cells, flow: Cell, side: 'source' | 'target'): Set<string> {
  const end = endOf(flow, side);
  const own = end && cells.get(end.cell);
  if (!own) return new Set();
  return new Set([own, ...ancestors(cells, own.id)].filter(isBoundary).map(({ id }) => id));
}

/** Removing cells takes their flows along and lifts their children one level. */
export function removal(cells: Cells, ids: Iterable<string>): CellChange[] {
  const gone = new Set([...ids].filter((id) => cells.has(id)));
  for (const cell of cells.values()) {
    if (isFlow(cell) && dangles(cell, gone)) gone.add(cell.id);
  }
  const lifted = [...cells.values()].flatMap((cell) => {
    const parent = parentOf(cell);
    if (parent === undefined || !gone.has(parent) || gone.has(cell.id)) return [];
    const heir = ancestors(cells, cell.id).find((each) => !gone.has(each.id));
    const change = updateOf(cell, { ...cell, parent: heir?.id ?? null });
    return change ? [change] : [];
  });
  const removed = [...gone].map((id): CellChange => ({ kind: 'remove', id, cell: cells.get(id)! }));
  const flowsFirst = removed.sort((a, b) => Number(isFlowChange(b)) - Number(isFlowChange(a)));
  return [...lifted, ...flowsFirst];
}

function isFlowChange(change: CellChange): boolean {
  return change.kind !== 'update' && isFlow(change.cell);
}

function dangles(flow: Cell, gone: ReadonlySet<string>): boolean {
  const [source, target] = [endOf(flow, 'source'), endOf(flow, 'target')];
  return (source && gone.has(source.cell)) || (target && gone.has(target.cell)) || false;
}
