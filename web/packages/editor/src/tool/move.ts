import {
  type Cell,
  type CellChange,
  ancestors,
  boxOf,
  centre,
  endOf,
  isFlow,
  mayContain,
  parentOf,
  shapeOf,
  shifted,
  snapped,
  updateOf,
  verticesOf,
  withBox,
} from '@tmi/diagram';
import type { Editor } from '../editor';
import { MoveGesture } from '../gesture';
import { dropTarget } from '../hit';
import type { Scene } from '../scene';
import { type Drag, GRID, type PointerInput, wandered } from './drag';

/** Drags what is selected, with everything inside it. */
export function moveDrag(from: PointerInput, editor: Editor): Drag {
  const { scene } = editor;
  const lead = [...editor.selection]
    .map((id) => scene.cell(id))
    .find((cell) => cell && !isFlow(cell));
  let moving = false;
  const move = (input: PointerInput): void => {
    if (!lead || (!moving && !wandered(from, input))) return;
    moving = true;
    const gesture = gestureTo(editor, lead.id, from, input);
    editor.setGesture(gesture);
    const drop = gesture && dropOf(scene, lead.id, gesture);
    editor.show(drop === undefined ? {} : { drop });
  };
  return {
    move,
    up(input) {
      move(input);
      const gesture = scene.gesture;
      editor.show({});
      editor.setGesture(undefined);
      if (gesture instanceof MoveGesture) editor.commit(moved(scene, gesture));
    },
    cancel() {
      editor.setGesture(undefined);
      editor.show({});
    },
    removed(gone) {
      if (!moving) return lead !== undefined && !gone.has(lead.id);
      const left = scene.gesture?.without(gone);
      editor.setGesture(left);
      return left !== undefined;
    },
  };
}

/** The shift so far: whole, from the start, and onto the grid by the cell that leads. */
function gestureTo(
  editor: Editor,
  lead: string,
  from: PointerInput,
  to: PointerInput,
): MoveGesture | undefined {
  const cell = editor.scene.cell(lead) ?? editor.selectedCells.find((each) => !isFlow(each));
  if (!cell) return undefined;
  const base = boxOf(cell);
  const step = to.alt ? 1 : GRID;
  const dx = snapped(base.x + to.world.x - from.world.x, step) - base.x;
  const dy = snapped(base.y + to.world.y - from.world.y, step) - base.y;
  return new MoveGesture(editor.scene.withInside(editor.selection), dx, dy);
}

function dropOf(scene: Scene, id: string, gesture: MoveGesture): string | undefined {
  const cell = scene.cell(id);
  const box = scene.box(id);
  if (!cell || !box) return undefined;
  return dropTarget(scene, centre(box), gesture.ids, (outer) => takesIn(outer, cell));
}

/** Boundaries take what is dropped on them; other nodes only what already was theirs. */
function takesIn(outer: Cell, inner: Cell): boolean {
  if (!mayContain(outer, inner)) return false;
  return shapeOf(outer) === 'security-boundary' || parentOf(inner) === outer.id;
}

/** What a finished move changes: places, bends that travelled along, and who sits in whom. */
export function moved(scene: Scene, gesture: MoveGesture): CellChange[] {
  const { ids, dx, dy } = gesture;
  const changes: (CellChange | undefined)[] = [];
  for (const id of ids) {
    const cell = scene.cell(id);
    if (!cell || isFlow(cell)) continue;
    const placed = withBox(cell, rounded(shifted(boxOf(cell), dx, dy)));
    changes.push(updateOf(cell, { ...placed, ...parentAfter(scene, cell, gesture) }));
  }
  for (const cell of scene.cells.values()) {
    if (!isFlow(cell) || verticesOf(cell).length === 0) continue;
    const ends = [endOf(cell, 'source'), endOf(cell, 'target')];
    if (!ends.every((end) => end && ids.has(end.cell))) continue;
    const vertices = verticesOf(cell).map(({ x, y }) => ({ x: x + dx, y: y + dy }));
    changes.push(updateOf(cell, { ...cell, vertices }));
  }
  return changes.filter((change) => change !== undefined);
}

function rounded<T extends { x: number; y: number }>(box: T): T {
  return { ...box, x: Math.round(box.x * 100) / 100, y: Math.round(box.y * 100) / 100 };
}

function parentAfter(scene: Scene, cell: Cell, gesture: MoveGesture): { parent?: string | null } {
  const carried = ancestors(scene.cells, cell.id).some(({ id }) => gesture.ids.has(id));
  if (carried) return {};
  const place = centre(shifted(boxOf(cell), gesture.dx, gesture.dy));
  const parent = dropTarget(scene, place, gesture.ids, (outer) => takesIn(outer, cell));
  return parent === parentOf(cell) ? {} : { parent: parent ?? null };
}
