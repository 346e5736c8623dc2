import { type Point, distance, snapped, updateOf } from '@tmi/diagram';
import type { Editor } from '../editor';
import { BendGesture } from '../gesture';
import { type Drag, GRID, type PointerInput, wandered } from './drag';

/** Moves a bend of a flow. */
export function bendDrag(from: PointerInput, editor: Editor, id: string, index: number): Drag {
  return drag(from, editor, id, index, undefined);
}

/** Pulls a new bend out of a flow. */
export function splitDrag(from: PointerInput, editor: Editor, id: string): Drag {
  const bends = editor.scene.line(id)?.bends ?? [];
  return drag(from, editor, id, placeFor(editor, id, from.world, bends), from.world);
}

function drag(
  from: PointerInput,
  editor: Editor,
  id: string,
  index: number,
  added: Point | undefined,
): Drag {
  const { scene } = editor;
  let moving = false;
  const start = added ?? scene.line(id)?.bends[index] ?? from.world;
  const move = (input: PointerInput): void => {
    if (!moving && !wandered(from, input)) return;
    moving = true;
    const step = input.alt ? 1 : GRID;
    const dx = snapped(start.x + input.world.x - from.world.x, step) - start.x;
    const dy = snapped(start.y + input.world.y - from.world.y, step) - start.y;
    editor.setGesture(new BendGesture(id, index, added, dx, dy));
  };
  return {
    move,
    up(input) {
      move(input);
      const [cell, bends] = [scene.cell(id), scene.line(id)?.bends];
      editor.setGesture(undefined);
      if (!moving || !cell || !bends) return;
      const change = updateOf(cell, { ...cell, vertices: bends.map(({ x, y }) => ({ x, y })) });
      if (change) editor.commit([change]);
    },
    cancel: () => editor.setGesture(undefined),
    removed: (gone) => !gone.has(id),
  };
}

/** Between which bends the new one belongs: before the first that lies further along the flow. */
function placeFor(editor: Editor, id: string, point: Point, bends: readonly Point[]): number {
  const flat = editor.scene.line(id)?.flat ?? [];
  const along = (to: Point): number => {
    let [best, least] = [0, Infinity];
    flat.forEach((each, index) => {
      const away = distance(each, to);
      if (away < least) [best, least] = [index, away];
    });
    return best;
  };
  const here = along(point);
  const next = bends.findIndex((bend) => along(bend) > here);
  return next < 0 ? bends.length : next;
}
