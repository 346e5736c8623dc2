import { isFlow } from '@tmi/diagram';
import type { Editor } from '../editor';
import { type Hit, hit } from '../hit';
import { bendDrag, splitDrag } from './bend';
import { connectDrag } from './connect';
import type { Drag, PointerInput, Tool } from './drag';
import { marqueeDrag } from './marquee';
import { moveDrag } from './move';
import { resizeDrag } from './resize';

export const selectTool: Tool = {
  cursor: 'default',
  down(input, editor) {
    const found = look(input, editor);
    const mayEdit = editor.options.mayEdit();
    switch (found.kind) {
      case 'handle':
        return mayEdit ? resizeDrag(input, editor, found.id, found.edge) : undefined;
      case 'bend':
        return mayEdit ? bendDrag(input, editor, found.id, found.index) : undefined;
      case 'port':
        return connectDrag(editor, { cell: found.id, port: found.port });
      case 'paper':
        return marqueeDrag(input, editor);
      default:
        return pressed(input, editor, found.id, mayEdit);
    }
  },
  hover(input, editor) {
    const found = look(input, editor);
    const id = found.kind === 'paper' ? undefined : found.id;
    if (id === editor.hover) return;
    editor.scene.markDirty([editor.hover, id].filter((each) => each !== undefined));
    editor.hover = id;
    editor.changed();
  },
};

export function look(input: PointerInput, editor: Editor): Hit {
  return hit(editor.scene, input.world, {
    zoom: editor.camera.zoom,
    selection: editor.selection,
    portsOf: editor.portsOf,
  });
}

function pressed(
  input: PointerInput,
  editor: Editor,
  id: string,
  mayEdit: boolean,
): Drag | undefined {
  const known = editor.selection.has(id);
  if (input.shift || input.ctrl) {
    const others = [...editor.selection].filter((each) => each !== id);
    editor.select(known ? others : [...others, id]);
    if (known) return undefined;
  } else if (!known) {
    editor.select([id]);
  }
  if (!mayEdit) return undefined;
  const cell = editor.scene.cell(id);
  const alone = editor.selection.size === 1;
  if (cell && isFlow(cell) && alone) return splitDrag(input, editor, id);
  return moveDrag(input, editor);
}
