import { type Cell, type CellChange, Replica, newFlow, newNode } from '@tmi/diagram';
import { Editor } from '../src/editor';

export function node(id: string, x: number, y: number, parent: string | null = null): Cell {
  return newNode(id, 'process', { x, y, width: 140, height: 60 }, parent, id);
}

export function boundary(id: string, x: number, y: number): Cell {
  return newNode(id, 'security-boundary', { x, y, width: 400, height: 300 }, null, id);
}

export function flow(id: string, from: string, to: string): Cell {
  return newFlow(id, { cell: from, port: 'right' }, { cell: to, port: 'left' }, id);
}

export interface TestDesk {
  readonly editor: Editor;
  readonly replica: Replica;
  readonly committed: CellChange[][];
  readonly said: string[];
  press(x: number, y: number, keys?: Partial<Keys>): void;
  move(x: number, y: number, keys?: Partial<Keys>): void;
  release(x: number, y: number, keys?: Partial<Keys>): void;
  drag(from: readonly [number, number], to: readonly [number, number], keys?: Partial<Keys>): void;
  remote(...cells: Cell[]): void;
  remoteRemove(...ids: string[]): void;
}

interface Keys {
  readonly button: number;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly ctrl: boolean;
}
const NONE: Keys = { button: 0, shift: false, alt: false, ctrl: false };

/** An editor at zoom 1 whose screen and paper have the same corner. */
export function desk(cells: readonly Cell[], mayEdit = true): TestDesk {
  const replica = new Replica();
  replica.reset(cells);
  const committed: CellChange[][] = [];
  const said: string[] = [];
  let ids = 0;
  const editor = new Editor({
    replica,
    commit: (changes) => {
      committed.push([...changes]);
      replica.change({ id: `op${committed.length}`, changes });
    },
    mayEdit: () => mayEdit,
    newId: () => `new${++ids}`,
    say: (text) => said.push(text),
  });
  editor.camera = { x: 0, y: 0, zoom: 1 };
  editor.size = { width: 1000, height: 800 };
  const keysOf = (keys?: Partial<Keys>): Keys => ({ ...NONE, ...keys });
  const made: TestDesk = {
    editor,
    replica,
    committed,
    said,
    press: (x, y, keys) => editor.pointerDown({ x, y }, keysOf(keys)),
    move: (x, y, keys) => editor.pointerMove({ x, y }, keysOf(keys)),
    release: (x, y, keys) => editor.pointerUp({ x, y }, keysOf(keys)),
    drag(from, to, keys) {
      made.press(...from, keys);
      made.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, keys);
      made.move(...to, keys);
      made.release(...to, keys);
    },
    remote: (...changed) =>
      replica.receive({
        type: 'patch',
        cells: changed.map((cell) => ({ id: cell.id, operation: 'update', data: cell })),
      }),
    remoteRemove: (...gone) =>
      replica.receive({
        type: 'patch',
        cells: gone.map((id) => ({ id, operation: 'remove' })),
      }),
  };
  return made;
}
