import {
  type Box,
  type Cell,
  type Cells,
  type Path,
  type Point,
  type Replica,
  boxOf,
  boxOfPath,
  connect,
  endOf,
  flatten,
  inflate,
  isFlow,
  nameOf,
  parentOf,
  route,
  unionOf,
  verticesOf,
  zOf,
} from '@tmi/diagram';
import RBush from 'rbush';
import type { Gesture } from './gesture';

interface Entry {
  readonly id: string;
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

export interface Line {
  readonly path: Path;
  readonly flat: readonly Point[];
  /** The points a person can bend: the stored vertices, as they are shown now. */
  readonly bends: readonly Point[];
}

/**
 * What is on the paper now: the replica's cells with the running gesture on top, and everything
 * derived from them – boxes, lines, who hangs on whom, an index of places. Only what a change
 * touches is computed anew.
 */
export class Scene {
  readonly #index = new RBush<Entry>();
  readonly #entries = new Map<string, Entry>();
  readonly #lines = new Map<string, Line>();
  readonly #incident = new Map<string, Set<string>>();
  readonly #children = new Map<string, Set<string>>();
  readonly #links = new Map<string, string[]>();
  readonly #dirty = new Set<string>();
  #gesture: Gesture | undefined;

  constructor(readonly replica: Replica) {
    for (const id of replica.shown.keys()) this.#touch(id);
    replica.onChange((touched) => {
      for (const id of touched) this.#touch(id);
    });
  }

  get cells(): Cells {
    return this.replica.shown;
  }

  get gesture(): Gesture | undefined {
    return this.#gesture;
  }

  cell(id: string): Cell | undefined {
    return this.cells.get(id);
  }

  /** The running gesture, as a change on top of whatever the cells are now. */
  setGesture(gesture: Gesture | undefined): void {
    const before = this.#gesture;
    this.#gesture = gesture;
    for (const each of [before, gesture]) {
      for (const id of each?.ids ?? []) this.#touchWithFlows(id);
    }
  }

  /** The ids whose drawing is stale, each told once. */
  takeDirty(): Set<string> {
    const taken = new Set(this.#dirty);
    this.#dirty.clear();
    return taken;
  }

  markAllDirty(): void {
    for (const id of this.cells.keys()) this.#dirty.add(id);
  }

  markDirty(ids: Iterable<string>): void {
    for (const id of ids) this.#dirty.add(id);
  }

  box(id: string): Box | undefined {
    const cell = this.cell(id);
    if (!cell) return undefined;
    if (isFlow(cell)) {
      const line = this.line(id);
      return line && boxOfPath(line.flat);
    }
    const box = boxOf(cell);
    return this.#gesture?.ids.has(id) ? this.#gesture.box(id, box) : box;
  }

  line(id: string): Line | undefined {
    const known = this.#lines.get(id);
    if (known) return known;
    const cell = this.cell(id);
    const line = cell && isFlow(cell) ? this.#lineOf(cell) : undefined;
    if (line) this.#lines.set(id, line);
    return line;
  }

  z(cell: Cell): number {
    return zOf(this.cells, cell);
  }

  flowsOf(id: string): ReadonlySet<string> {
    return this.#incident.get(id) ?? NONE;
  }

  childrenOf(id: string): ReadonlySet<string> {
    return this.#children.get(id) ?? NONE;
  }

  /** These nodes with everything inside them. */
  withInside(ids: Iterable<string>): Set<string> {
    const found = new Set<string>();
    const visit = (id: string): void => {
      if (found.has(id)) return;
      found.add(id);
      for (const child of this.childrenOf(id)) visit(child);
    };
    for (const id of ids) visit(id);
    return found;
  }

  within(box: Box): string[] {
    this.#refreshIndex();
    const range = { minX: box.x, minY: box.y, maxX: box.x + box.width, maxY: box.y + box.height };
    return this.#index.search(range).map(({ id }) => id);
  }

  /** The box around everything, or around these cells. */
  extent(ids: Iterable<string> = this.cells.keys()): Box | undefined {
    return unionOf([...ids].flatMap((id) => this.box(id) ?? []));
  }

  readonly #stale = new Set<string>();

  #touch(id: string): void {
    this.#relink(id);
    this.#touchWithFlows(id);
  }

  #touchWithFlows(id: string): void {
    for (const each of [id, ...this.flowsOf(id)]) {
      this.#lines.delete(each);
      this.#dirty.add(each);
      this.#stale.add(each);
    }
  }

  /** Keeps "which flows end here" and "who is inside" in step with one cell. */
  #relink(id: string): void {
    for (const old of this.#links.get(id) ?? []) {
      this.#incident.get(old)?.delete(id);
      this.#children.get(old)?.delete(id);
    }
    const cell = this.cell(id);
    if (!cell) {
      this.#links.delete(id);
      return;
    }
    const flow = isFlow(cell);
    const others = flow
      ? [endOf(cell, 'source')?.cell, endOf(cell, 'target')?.cell]
      : [parentOf(cell)];
    const linked = others.filter((other): other is string => other !== undefined);
    for (const other of linked) add(flow ? this.#incident : this.#children, other, id);
    this.#links.set(id, linked);
  }

  #refreshIndex(): void {
    for (const id of this.#stale) {
      const old = this.#entries.get(id);
      if (old) this.#index.remove(old);
      const box = this.box(id);
      if (!box) {
        this.#entries.delete(id);
        continue;
      }
      const { x, y, width, height } = inflate(box, MARGIN);
      const entry = { id, minX: x, minY: y, maxX: x + width, maxY: y + height };
      this.#entries.set(id, entry);
      this.#index.insert(entry);
    }
    this.#stale.clear();
  }

  #lineOf(cell: Cell): Line | undefined {
    const [source, target] = [endOf(cell, 'source'), endOf(cell, 'target')];
    const from = source && this.#nodeBox(source.cell);
    const to = target && this.#nodeBox(target.cell);
    if (!source || !target || !from || !to) return undefined;
    const bends = this.#gesture?.bends(cell, verticesOf(cell)) ?? verticesOf(cell);
    const points = route(
      { box: from, end: source },
      { box: to, end: target },
      bends,
      nameOf(cell['router'], 'normal'),
    );
    const path = connect(points, nameOf(cell['connector'], 'smooth'));
    return { path, flat: flatten(path), bends };
  }

  #nodeBox(id: string): Box | undefined {
    const cell = this.cell(id);
    return cell && !isFlow(cell) ? this.box(id) : undefined;
  }
}

const NONE: ReadonlySet<string> = new Set();
/** Room for what is drawn beside a cell: labels, arrow heads, rings. */
const MARGIN = 12;

function add(map: Map<string, Set<string>>, key: string, id: string): void {
  const set = map.get(key);
  if (set) set.add(id);
  else map.set(key, new Set([id]));
}
