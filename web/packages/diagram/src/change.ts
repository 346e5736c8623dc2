import { type Cell, type Json, asObject } from './cell';

/** What one operation does to one cell, with what stood there before: so it can be inverted. */
export type CellChange =
  | { readonly kind: 'add'; readonly id: string; readonly cell: Cell }
  | { readonly kind: 'remove'; readonly id: string; readonly cell: Cell }
  | { readonly kind: 'update'; readonly id: string; readonly paths: readonly PathChange[] };

/** One place inside a cell; absent `before` or `after` means the key was or is not there. */
export interface PathChange {
  readonly path: readonly string[];
  readonly before?: Json | undefined;
  readonly after?: Json | undefined;
}

export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((each, i) => sameJson(each as Json, b[i] as Json));
  }
  const [x, y] = [asObject(a), asObject(b)];
  if (!x || !y) return false;
  const keys = new Set([...Object.keys(x), ...Object.keys(y)]);
  return [...keys].every((key) => sameJson(x[key], y[key]));
}

/** The places where two states of a cell differ. Lists count as one value. */
export function difference(before: Cell, after: Cell): PathChange[] {
  const found: PathChange[] = [];
  collect([], before, after, found);
  return found;
}

function collect(
  path: readonly string[],
  before: Json | undefined,
  after: Json | undefined,
  found: PathChange[],
): void {
  const [x, y] = [asObject(before), asObject(after)];
  if (x && y) {
    for (const key of new Set([...Object.keys(x), ...Object.keys(y)])) {
      collect([...path, key], x[key], y[key], found);
    }
  } else if (!sameJson(before, after)) {
    found.push({ path, before, after });
  }
}

export function applyPaths(cell: Cell, paths: readonly PathChange[]): Cell {
  return paths.reduce((result, { path, after }) => withPath(result, path, after) as Cell, cell);
}

function withPath(value: Json | undefined, path: readonly string[], after: Json | undefined): Json {
  const [key, ...rest] = path;
  const object = asObject(value) ?? {};
  const inner = rest.length === 0 ? after : withPath(object[key!], rest, after);
  if (inner !== undefined) return { ...object, [key!]: inner };
  const { [key!]: _gone, ...others } = object;
  return others;
}

export function valueAt(cell: Cell, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((value, key) => asObject(value)?.[key], cell);
}

/** The cell after the change, or undefined when it is gone. An update of a gone cell leaves it gone. */
export function applyChange(cell: Cell | undefined, change: CellChange): Cell | undefined {
  switch (change.kind) {
    case 'add':
      return change.cell;
    case 'remove':
      return undefined;
    case 'update':
      return cell && applyPaths(cell, change.paths);
  }
}

export function updateOf(before: Cell, after: Cell): CellChange | undefined {
  const paths = difference(before, after);
  return paths.length === 0 ? undefined : { kind: 'update', id: before.id, paths };
}

/** What takes these changes back, in reverse order. */
export function inverse(changes: readonly CellChange[]): CellChange[] {
  return changes.map(inverseOf).reverse();
}

function inverseOf(change: CellChange): CellChange {
  switch (change.kind) {
    case 'add':
      return { kind: 'remove', id: change.id, cell: change.cell };
    case 'remove':
      return { kind: 'add', id: change.id, cell: change.cell };
    case 'update':
      return { ...change, paths: change.paths.map(turned).reverse() };
  }
}

function turned({ path, before, after }: PathChange): PathChange {
  return { path, before: after, after: before };
}
