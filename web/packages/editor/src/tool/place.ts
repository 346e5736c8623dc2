import {
  type Box,
  type NodeShape,
  SMALLEST,
  boxAround,
  centre,
  mayContain,
  newNode,
  shapeOf,
  snapped,
  startBox,
} from '@tmi/diagram';
import type { Editor } from '../editor';
import { dropTarget } from '../hit';
import { GRID, type PointerInput, type Tool, wandered } from './drag';

/** A click places a node of the usual size, a drag one of the drawn size. Shift keeps the tool. */
export function placeTool(shape: NodeShape): Tool {
  return {
    cursor: 'crosshair',
    down(from, editor) {
      const boxTo = (to: PointerInput): Box =>
        wandered(from, to) ? drawn(from, to) : onGrid(startBox(shape, from.world));
      return {
        move: (input) => editor.show({ place: boxTo(input) }),
        up(input) {
          editor.show({});
          placeNode(editor, shape, boxTo(input), input.shift);
        },
        cancel: () => editor.show({}),
        removed: () => true,
      };
    },
  };
}

export function placeNode(editor: Editor, shape: NodeShape, box: Box, keepTool = false): string {
  const { scene, options } = editor;
  const bare = newNode(options.newId(), shape, box, null);
  const parent = dropTarget(
    scene,
    centre(box),
    new Set(),
    (outer) => shapeOf(outer) === 'security-boundary' && mayContain(outer, bare),
  );
  const node = { ...bare, parent: parent ?? null };
  editor.commit([{ kind: 'add', id: node.id, cell: node }]);
  if (!keepTool) editor.setTool('select');
  editor.select([node.id]);
  return node.id;
}

function drawn(from: PointerInput, to: PointerInput): Box {
  const area = onGrid(boxAround([from.world, to.world]));
  return {
    ...area,
    width: Math.max(SMALLEST.width, area.width),
    height: Math.max(SMALLEST.height, area.height),
  };
}

function onGrid(box: Box): Box {
  return {
    x: snapped(box.x, GRID),
    y: snapped(box.y, GRID),
    width: snapped(box.width, GRID),
    height: snapped(box.height, GRID),
  };
}
