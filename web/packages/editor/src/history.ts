import {
  type Cell,
  type CellChange,
  type Cells,
  endOf,
  inverse,
  isFlow,
  sameJson,
  valueAt,
} from '@tmi/diagram';

const DEEPEST = 100;

/** My own steps, to take back and bring back. Others' later work on the same places stays. */
export class History {
  #done: CellChange[][] = [];
  #undone: CellChange[][] = [];

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  record(changes: readonly CellChange[]): void {
    this.#done = [...this.#done, [...changes]].slice(-DEEPEST);
    this.#undone = [];
  }

  undo(cells: Cells): readonly CellChange[] {
    return step(this.#done, this.#undone, cells);
  }

  redo(cells: Cells): readonly CellChange[] {
    return step(this.#undone, this.#done, cells);
  }
}

/** Takes the latest step that still has something to restore; older ones that do not are passed by. */
function step(from: CellChange[][], onto: CellChange[][], cells: Cells): readonly CellChange[] {
  for (;;) {
    const latest = from.pop();
    if (!latest) return [];
    const possible = restorable(inverse(latest), cells);
    if (possible.length === 0) continue;
    onto.push(possible);
    return possible;
  }
}

function restorable(changes: readonly CellChange[], cells: Cells): CellChange[] {
  const adds = new Set(changes.flatMap((each) => (each.kind === 'add' ? [each.id] : [])));
  const exists = (id: string | undefined): boolean =>
    id !== undefined && (cells.has(id) || adds.has(id));
  return nodesFirst(changes).flatMap((change): CellChange[] => {
    const now = cells.get(change.id);
    if (change.kind === 'add') {
      const loose = isFlow(change.cell) && !bothEnds(change.cell, exists);
      return now || loose ? [] : [change];
    }
    if (!now) return [];
    if (change.kind === 'remove') return [{ ...change, cell: now }];
    const mine = change.paths.filter(({ path, before }) => sameJson(valueAt(now, path), before));
    return mine.length === 0 ? [] : [{ ...change, paths: mine }];
  });
}

function bothEnds(flow: Cell, exists: (id: string | undefined) => boolean): boolean {
  return exists(endOf(flow, 'source')?.cell) && exists(endOf(flow, 'target')?.cell);
}

function nodesFirst(changes: readonly CellChange[]): CellChange[] {
  const isFlowAdd = (change: CellChange): number =>
    Number(change.kind === 'add' && isFlow(change.cell));
  return [...changes].sort((a, b) => isFlowAdd(a) - isFlowAdd(b));
}
