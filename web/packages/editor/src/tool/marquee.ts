import { type Point, boxAround, intersects } from '@tmi/diagram';
import type { Editor } from '../editor';
import { type Drag, type PointerInput, wandered } from './drag';

/** Selects what it touches; with Shift in addition to what is selected. */
export function marqueeDrag(from: PointerInput, editor: Editor): Drag {
  const kept = from.shift ? editor.selection : new Set<string>();
  const between = (to: Point) => boxAround([from.world, to]);
  return {
    move(input) {
      if (!wandered(from, input)) return;
      const area = between(input.world);
      const inside = editor.scene.within(area).filter((id) => {
        const box = editor.scene.box(id);
        return box && intersects(box, area);
      });
      editor.select([...kept, ...inside]);
      editor.show({ marquee: area });
    },
    up(input) {
      if (!wandered(from, input)) editor.select(kept);
      editor.show({});
    },
    cancel: () => editor.show({}),
    removed: () => true,
  };
}
