import type { Editor } from '../editor';
import type { Drag, PointerInput, Tool } from './drag';

export const panTool: Tool = {
  cursor: 'grab',
  down: (input, editor) => panDrag(input, editor),
};

export function panDrag(from: PointerInput, editor: Editor): Drag {
  let last = from.screen;
  return {
    move({ screen }) {
      editor.pan(screen.x - last.x, screen.y - last.y);
      last = screen;
    },
    up: () => undefined,
    cancel: () => undefined,
    removed: () => true,
  };
}
