import { boxOf, snapped, updateOf, withBox } from '@tmi/diagram';
import type { Editor } from '../editor';
import { type Edge, ResizeGesture } from '../gesture';
import { type Drag, GRID, type PointerInput } from './drag';

export function resizeDrag(from: PointerInput, editor: Editor, id: string, edge: Edge): Drag {
  const { scene } = editor;
  const move = (input: PointerInput): void => {
    const step = input.alt ? 1 : GRID;
    const dx = snapped(input.world.x - from.world.x, step);
    const dy = snapped(input.world.y - from.world.y, step);
    editor.setGesture(new ResizeGesture(id, edge, dx, dy));
  };
  return {
    move,
    up(input) {
      move(input);
      const [cell, box] = [scene.cell(id), scene.box(id)];
      editor.setGesture(undefined);
      const change = cell && box && updateOf(cell, withBox(cell, box));
      if (change && scene.cell(id) && box !== boxOf(cell)) editor.commit([change]);
    },
    cancel: () => editor.setGesture(undefined),
    removed: (gone) => !gone.has(id),
  };
}
