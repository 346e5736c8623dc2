import { type Box, type Cell, type CellChange, type Point, Replica, isFlow } from '@tmi/diagram';
import {
  type Camera,
  type Size,
  fitted,
  panned,
  revealing,
  toScreen,
  toWorld,
  zoomedAt,
} from './camera';
import type { Gesture } from './gesture';
import { History } from './history';
import { Announcer } from './live-region';
import { Scene } from './scene';
import type { Drag, PointerInput, Tool, ToolName } from './tool/drag';
import { tools } from './tool/index';

export interface EditorOptions {
  readonly replica: Replica;
  /** Shows the change and sends it on its way. */
  readonly commit: (changes: readonly CellChange[]) => void;
  readonly mayEdit: () => boolean;
  readonly newId: () => string;
  readonly say?: (text: string) => void;
}

/** What a running tool draws over the paper. */
export interface Overlay {
  readonly marquee?: Box;
  readonly line?: { readonly from: Point; readonly to: Point; readonly caught: boolean };
  readonly place?: Box;
  readonly drop?: string;
}

export interface Snapshot {
  readonly tool: ToolName;
  readonly selection: ReadonlySet<string>;
  readonly zoom: number;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly mayEdit: boolean;
  readonly empty: boolean;
  /** Rises with every change of cells, mine or others'. */
  readonly revision: number;
}

/** The editor without a page: scene, camera, selection, tools. The mount draws it, React puts panels beside it. */
export class Editor {
  readonly scene: Scene;
  readonly history = new History();
  readonly announcer: Announcer;
  readonly options: EditorOptions;
  camera: Camera = { x: -80, y: -80, zoom: 1 };
  size: Size = { width: 0, height: 0 };
  selection: ReadonlySet<string> = new Set();
  hover: string | undefined;
  overlay: Overlay = {};
  tool: ToolName = 'select';
  /** The cell whose label is being written, if any. */
  editing: string | undefined;
  #threats: ReadonlyMap<string, number> = new Map();
  #drag: Drag | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #drawings = new Set<() => void>();
  #snapshot: Snapshot | undefined;
  #revision = 0;

  constructor(options: EditorOptions) {
    this.options = options;
    this.scene = new Scene(options.replica);
    this.announcer = new Announcer((text) => options.say?.(text));
    options.replica.onChange((touched) => this.#cellsChanged(touched));
  }

  /** For panels: called when the snapshot says something new, never for a frame of a drag. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** For drawings: called whenever the next frame looks different. */
  onFrame(listener: () => void): () => void {
    this.#drawings.add(listener);
    return () => this.#drawings.delete(listener);
  }

  snapshot = (): Snapshot => {
    this.#snapshot ??= this.#describe();
    return this.#snapshot;
  };

  #describe(): Snapshot {
    return {
      tool: this.tool,
      selection: this.selection,
      zoom: this.camera.zoom,
      canUndo: this.history.canUndo,
      canRedo: this.history.canRedo,
      mayEdit: this.options.mayEdit(),
      empty: this.scene.cells.size === 0,
      revision: this.#revision,
    };
  }

  /** Something that can be seen is different: the next frame draws it, panels hear of it if it is theirs. */
  changed(): void {
    for (const drawing of this.#drawings) drawing();
    const [before, now] = [this.#snapshot, this.#describe()];
    const keys = Object.keys(now) as (keyof Snapshot)[];
    if (before && keys.every((key) => before[key] === now[key])) return;
    this.#snapshot = now;
    for (const listener of this.#listeners) listener();
  }

  threatsOf = (id: string): number => this.#threats.get(id) ?? 0;

  /** How many open threats each cell has: marked on the paper, and told. */
  markThreats(counts: ReadonlyMap<string, number>): void {
    this.#threats = counts;
    this.#revision += 1;
    this.scene.markAllDirty();
    this.changed();
  }

  get dragging(): boolean {
    return this.#drag !== undefined;
  }

  get selectedCells(): Cell[] {
    return [...this.selection].flatMap((id) => this.scene.cell(id) ?? []);
  }

  setTool(tool: ToolName): void {
    this.cancel();
    this.tool = this.options.mayEdit() || tool === 'pan' ? tool : 'select';
    this.changed();
  }

  select(ids: Iterable<string>): void {
    const before = this.selection;
    this.selection = new Set([...ids].filter((id) => this.scene.cell(id)));
    this.scene.markDirty([...before, ...this.selection]);
    this.changed();
  }

  setGesture(gesture: Gesture | undefined): void {
    this.scene.setGesture(gesture);
    this.changed();
  }

  show(overlay: Overlay): void {
    this.overlay = overlay;
    this.changed();
  }

  commit(changes: readonly CellChange[]): void {
    if (changes.length === 0) return;
    if (!this.options.mayEdit()) {
      this.announcer.now('You may look at this diagram, not change it.');
      return;
    }
    this.history.record(changes);
    this.options.commit(changes);
  }

  undo(): void {
    this.#restore(this.history.undo(this.scene.cells), 'Undone');
  }

  redo(): void {
    this.#restore(this.history.redo(this.scene.cells), 'Done again');
  }

  #restore(changes: readonly CellChange[], word: string): void {
    if (changes.length === 0 || !this.options.mayEdit()) return;
    this.options.commit(changes);
    this.select(changes.map(({ id }) => id));
    this.announcer.now(word);
  }

  pan(dx: number, dy: number): void {
    this.camera = panned(this.camera, dx, dy);
    this.changed();
  }

  zoomAt(pointer: Point, factor: number): void {
    this.camera = zoomedAt(this.camera, pointer, factor);
    this.changed();
  }

  zoomBy(factor: number): void {
    this.zoomAt({ x: this.size.width / 2, y: this.size.height / 2 }, factor);
  }

  fit(ids?: Iterable<string>): void {
    this.camera = fitted(this.scene.extent(ids), this.size);
    this.changed();
  }

  reveal(id: string): void {
    const box = this.scene.box(id);
    if (box) this.camera = revealing(this.camera, this.size, box);
    this.changed();
  }

  pointerDown(screen: Point, keys: Omit<PointerInput, 'screen' | 'world'>): void {
    this.#drag?.cancel();
    const input = this.#input(screen, keys);
    const tool: Tool = keys.button === 1 ? tools.pan : tools[this.tool];
    this.#drag = tool.down(input, this);
  }

  pointerMove(screen: Point, keys: Omit<PointerInput, 'screen' | 'world'>): void {
    const input = this.#input(screen, keys);
    if (this.#drag) this.#drag.move(input);
    else tools[this.tool].hover?.(input, this);
  }

  pointerUp(screen: Point, keys: Omit<PointerInput, 'screen' | 'world'>): void {
    const drag = this.#drag;
    this.#drag = undefined;
    drag?.up(this.#input(screen, keys));
  }

  cancel(): void {
    const drag = this.#drag;
    this.#drag = undefined;
    drag?.cancel();
    this.setGesture(undefined);
    this.show({});
  }

  toScreen(point: Point): Point {
    return toScreen(this.camera, point);
  }

  /** The middle of what is seen: where a new cell goes when nobody pointed. */
  get middle(): Point {
    return toWorld(this.camera, { x: this.size.width / 2, y: this.size.height / 2 });
  }

  /** The node whose ports are offered: under the pointer, or the one that is selected. */
  get portsOf(): string | undefined {
    if (!this.options.mayEdit()) return undefined;
    const only = this.selection.size === 1 ? [...this.selection][0] : undefined;
    const id = this.hover ?? only;
    const cell = id === undefined ? undefined : this.scene.cell(id);
    return cell && !isFlow(cell) && cell.shape !== 'text-box' ? id : undefined;
  }

  #input(screen: Point, keys: Omit<PointerInput, 'screen' | 'world'>): PointerInput {
    return { ...keys, screen, world: toWorld(this.camera, screen) };
  }

  /** Cells may vanish under the running tool: it lets go of them and nothing brings them back. */
  #cellsChanged(touched: ReadonlySet<string>): void {
    const gone = new Set([...touched].filter((id) => !this.scene.cell(id)));
    if (gone.size > 0) {
      if ([...this.selection].some((id) => gone.has(id))) {
        this.selection = new Set([...this.selection].filter((id) => !gone.has(id)));
      }
      if (this.hover && gone.has(this.hover)) this.hover = undefined;
      if (this.editing && gone.has(this.editing)) this.editing = undefined;
      if (this.#drag && !this.#drag.removed(gone)) this.cancel();
    }
    this.#revision += 1;
    this.changed();
  }
}
