import {
  type End,
  type Point,
  endOf,
  facingPorts,
  isFlow,
  isPort,
  nearestPort,
  newFlow,
  portPoint,
} from '@tmi/diagram';
import type { Editor } from '../editor';
import { hit } from '../hit';
import type { Drag, PointerInput, Tool } from './drag';
import { look } from './select';

export const connectTool: Tool = {
  cursor: 'crosshair',
  down(input, editor) {
    const found = look(input, editor);
    if (found.kind === 'port') return connectDrag(editor, { cell: found.id, port: found.port });
    if (found.kind !== 'node') return undefined;
    const box = editor.scene.box(found.id);
    return box && connectDrag(editor, { cell: found.id, port: nearestPort(box, input.world) });
  },
  hover(input, editor) {
    const id = nodeUnder(input, editor);
    if (id === editor.hover) return;
    editor.hover = id;
    editor.changed();
  },
};

/** Draws a flow from a port to the node or port where it is let go. */
export function connectDrag(editor: Editor, source: End): Drag {
  const { scene } = editor;
  let target: End | undefined;
  const start = (): Point | undefined => pointOf(editor, source);
  return {
    move(input) {
      const from = start();
      const under = nodeUnder(input, editor);
      const taken = under === undefined || under === source.cell ? undefined : under;
      editor.hover = taken;
      target = taken === undefined ? undefined : endAt(editor, taken, input.world);
      if (!from) return;
      const to = (target && pointOf(editor, target)) ?? input.world;
      editor.show({ line: { from, to, caught: target !== undefined } });
    },
    up() {
      editor.show({});
      if (target) createFlow(editor, source, target);
    },
    cancel: () => editor.show({}),
    removed(gone) {
      if (target && gone.has(target.cell)) target = undefined;
      return !gone.has(source.cell) && scene.cell(source.cell) !== undefined;
    },
  };
}

export function createFlow(editor: Editor, source: End, target: End): void {
  const twin = [...editor.scene.flowsOf(source.cell)].some((id) => {
    const flow = editor.scene.cell(id);
    if (!flow) return false;
    return sameEnd(endOf(flow, 'source'), source) && sameEnd(endOf(flow, 'target'), target);
  });
  if (twin) {
    editor.announcer.now('There is a flow between these two places already.');
    return;
  }
  const flow = newFlow(editor.options.newId(), source, target);
  editor.commit([{ kind: 'add', id: flow.id, cell: flow }]);
  editor.setTool('select');
  editor.select([flow.id]);
}

/** Connects two nodes by the sides that face each other. */
export function connectNodes(editor: Editor, from: string, to: string): void {
  const [a, b] = [editor.scene.box(from), editor.scene.box(to)];
  if (!a || !b || from === to) return;
  const ports = facingPorts(a, b);
  createFlow(editor, { cell: from, port: ports.source }, { cell: to, port: ports.target });
}

function endAt(editor: Editor, id: string, point: Point): End | undefined {
  const box = editor.scene.box(id);
  return box && { cell: id, port: nearestPort(box, point) };
}

function pointOf(editor: Editor, end: End): Point | undefined {
  const box = editor.scene.box(end.cell);
  return box && isPort(end.port) ? portPoint(box, end.port) : undefined;
}

function nodeUnder(input: PointerInput, editor: Editor): string | undefined {
  const found = hit(editor.scene, input.world, {
    zoom: editor.camera.zoom,
    selection: new Set(),
    portsOf: editor.hover,
  });
  if (found.kind !== 'node' && found.kind !== 'port') return undefined;
  const cell = editor.scene.cell(found.id);
  return cell && !isFlow(cell) && cell.shape !== 'text-box' ? found.id : undefined;
}

function sameEnd(a: End | undefined, b: End): boolean {
  return a?.cell === b.cell && a.port === b.port;
}
