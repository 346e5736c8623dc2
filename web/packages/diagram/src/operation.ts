import type { Cell } from './cell';
import { type CellChange, applyChange } from './change';

/** The wire form of an operation: `contract/realtime-protocol.md` 2.2. */
export interface Operation {
  readonly type: 'patch';
  readonly cells: readonly CellOperation[];
}
export interface CellOperation {
  readonly id: string;
  readonly operation: 'add' | 'update' | 'remove';
  readonly data?: Cell;
}

/**
 * Changes as they are sent. An update that leaves the looks alone carries only the keys that it
 * changes: the server merges those into the cell by key, so it can overwrite nothing else.
 */
export function encode(
  changes: readonly CellChange[],
  before: (id: string) => Cell | undefined,
): Operation {
  const cells = changes.flatMap((change): CellOperation[] => {
    if (change.kind === 'add') return [{ id: change.id, operation: 'add', data: change.cell }];
    if (change.kind === 'remove') return [{ id: change.id, operation: 'remove' }];
    const base = before(change.id);
    const after = applyChange(base, change);
    if (!base || !after) return [];
    return [{ id: change.id, operation: 'update', data: updateData(after, change) }];
  });
  return { type: 'patch', cells };
}

const GEOMETRY = ['x', 'y', 'width', 'height'];

function updateData(after: Cell, change: CellChange & { kind: 'update' }): Cell {
  const keys = new Set(change.paths.map(({ path }) => path[0]!));
  const removes = change.paths.some(
    ({ path, after: value }) => path.length === 1 && value === undefined && !NESTED.has(path[0]!),
  );
  if (keys.has('attrs') || removes) return after;
  if (GEOMETRY.some((key) => keys.has(key))) GEOMETRY.forEach((key) => keys.add(key));
  const data: Record<string, Cell[string]> = {};
  for (const key of keys) if (after[key] !== undefined) data[key] = after[key];
  return { id: after.id, shape: after.shape, ...data } as Cell;
}

/** Keys that flat geometry replaces: the server drops them by itself. */
const NESTED = new Set(['position', 'size']);

/** Applies what the server tells: whole cells, in its order. Returns the ids that changed. */
export function applyEvent(cells: Map<string, Cell>, operation: Operation): Set<string> {
  const touched = new Set<string>();
  for (const { id, operation: kind, data } of operation.cells) {
    touched.add(id);
    if (kind === 'remove') cells.delete(id);
    else if (data) cells.set(id, data);
  }
  return touched;
}
