import {
  type Cell,
  type CellChange,
  type NodeShape,
  type Point,
  boxOf,
  centre,
  endOf,
  isFlow,
  readingOrder,
  removal,
  shifted,
  startBox,
  updateOf,
  verticesOf,
  withBox,
  withLabel,
} from '@tmi/diagram';
import type { Editor } from './editor';
import { MoveGesture } from './gesture';
import { GRID } from './tool/drag';
import { moved } from './tool/move';
import { placeNode } from './tool/place';
import { nameOfCell } from './words';

/** What can be done without a pointer: by key, menu or button. */
export function deleteSelection(editor: Editor): void {
  const { scene, selection } = editor;
  if (selection.size === 0) return;
  const heir = neighbourAfter(editor);
  const count = selection.size;
  editor.commit(removal(scene.cells, selection));
  editor.select(heir ? [heir] : []);
  editor.announcer.now(`${count} ${count === 1 ? 'cell' : 'cells'} deleted`);
}

/** Where the focus goes when what is selected disappears. */
function neighbourAfter(editor: Editor): string | undefined {
  const order = readingOrder(editor.scene.cells);
  const gone = new Set(
    removal(editor.scene.cells, editor.selection).flatMap((each) =>
      each.kind === 'remove' ? [each.id] : [],
    ),
  );
  const first = order.findIndex((id) => gone.has(id));
  const after = order.slice(first).find((id) => !gone.has(id));
  return (
    after ??
    order
      .slice(0, first)
      .reverse()
      .find((id) => !gone.has(id))
  );
}

export function rename(editor: Editor, id: string, text: string): void {
  const cell = editor.scene.cell(id);
  const change = cell && updateOf(cell, withLabel(cell, text));
  if (change) editor.commit([change]);
}

/** Moves what is selected by steps of the grid, once for each press. */
export function nudge(editor: Editor, x: number, y: number): void {
  const ids = editor.scene.withInside(
    editor.selectedCells.filter((c) => !isFlow(c)).map((c) => c.id),
  );
  if (ids.size > 0) editor.commit(moved(editor.scene, new MoveGesture(ids, x * GRID, y * GRID)));
}

export function resizeBy(editor: Editor, x: number, y: number): void {
  const changes = editor.selectedCells.flatMap((cell) => {
    if (isFlow(cell)) return [];
    const box = boxOf(cell);
    const width = Math.max(40, box.width + x * GRID);
    const height = Math.max(30, box.height + y * GRID);
    return updateOf(cell, withBox(cell, { ...box, width, height })) ?? [];
  });
  editor.commit(changes);
}

export function duplicate(editor: Editor): void {
  const chosen = editor.scene.withInside(editor.selection);
  const ids = new Map([...chosen].map((id) => [id, editor.options.newId()]));
  const copies = [...editor.scene.cells.values()]
    .filter((cell) => chosen.has(cell.id))
    .flatMap((cell) => copyOf(cell, ids) ?? []);
  editor.commit(copies.map((cell): CellChange => ({ kind: 'add', id: cell.id, cell })));
  editor.select(copies.map(({ id }) => id));
}

const ASIDE = 20;

function copyOf(cell: Cell, ids: ReadonlyMap<string, string>): Cell | undefined {
  const id = ids.get(cell.id)!;
  if (!isFlow(cell)) {
    const parent = typeof cell['parent'] === 'string' ? cell['parent'] : null;
    const placed = withBox(cell, shifted(boxOf(cell), ASIDE, ASIDE));
    return { ...placed, id, parent: (parent && ids.get(parent)) ?? parent };
  }
  const [source, target] = [endOf(cell, 'source'), endOf(cell, 'target')];
  const [from, to] = [source && ids.get(source.cell), target && ids.get(target.cell)];
  if (!source || !target || !from || !to) return undefined;
  return {
    ...cell,
    id,
    source: { cell: from, port: source.port },
    target: { cell: to, port: target.port },
    vertices: verticesOf(cell).map(({ x, y }) => ({ x: x + ASIDE, y: y + ASIDE })),
  };
}

/** A new node in the middle of what is seen, aside of what lies there already. */
export function addInView(editor: Editor, shape: NodeShape): string {
  const box = startBox(shape, editor.middle);
  let place = { ...box, x: Math.round(box.x / GRID) * GRID, y: Math.round(box.y / GRID) * GRID };
  while (editor.scene.within(place).some((id) => samePlace(editor, id, place))) {
    place = shifted(place, ASIDE, ASIDE) as typeof place;
  }
  return placeNode(editor, shape, place);
}

function samePlace(editor: Editor, id: string, place: Point): boolean {
  const box = editor.scene.box(id);
  return box !== undefined && Math.abs(box.x - place.x) < 5 && Math.abs(box.y - place.y) < 5;
}

/** Next or previous cell in reading order; undefined past the last and before the first. */
export function step(editor: Editor, by: 1 | -1): string | undefined {
  const order = readingOrder(editor.scene.cells);
  const at = order.findIndex((id) => editor.selection.has(id));
  if (at < 0) return by > 0 ? order[0] : order[order.length - 1];
  return order[at + by];
}

/** The nearest node in a direction: for choosing with arrow keys. */
export function towards(editor: Editor, from: string, x: number, y: number): string | undefined {
  const box = editor.scene.box(from);
  if (!box) return undefined;
  const here = centre(box);
  let [best, least] = [undefined as string | undefined, Infinity];
  for (const cell of editor.scene.cells.values()) {
    if (cell.id === from || isFlow(cell) || cell.shape === 'text-box') continue;
    const there = centre(boxOf(cell));
    const along = (there.x - here.x) * x + (there.y - here.y) * y;
    const aside = Math.abs((there.x - here.x) * y) + Math.abs((there.y - here.y) * x);
    if (along <= 0) continue;
    const cost = along + 2 * aside;
    if (cost < least) [best, least] = [cell.id, cost];
  }
  return best;
}

export function announceSelection(editor: Editor): void {
  const [first] = editor.selectedCells;
  if (first) editor.announcer.now(nameOfCell(first));
}
