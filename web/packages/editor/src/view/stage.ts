import { type Cell, crossings, inflate, isFlow } from '@tmi/diagram';
import { OVERVIEW_BELOW, viewport } from '../camera';
import type { Editor } from '../editor';
import { kindOf, sentence } from '../words';
import { paintFlow } from './flow';
import { classOf } from './look';
import type { Measure } from './measure';
import { paintNode } from './node';
import { set, svg } from './svg';

interface View {
  readonly group: SVGGElement;
  z: number;
  cell: Cell;
  size: string;
}

/** So many milliseconds of a frame may go into making new elements. */
const SLICE = 8;

/** The elements for what can be read and touched: what is in view and a little more, and what is held. */
export class Stage {
  readonly root = svg('svg', { class: 'cells', width: 1, height: 1 });
  readonly #views = new Map<string, View>();
  readonly #layers = new Map<number, SVGGElement>();
  readonly #editor: Editor;
  readonly #measure: Measure;

  constructor(editor: Editor, measure: Measure) {
    this.#editor = editor;
    this.#measure = measure;
  }

  element(id: string): SVGGElement | undefined {
    return this.#views.get(id)?.group;
  }

  get size(): number {
    return this.#views.size;
  }

  /** Draws what is stale and what came into view. True when some is left for the next frame. */
  draw(dirty: ReadonlySet<string>): boolean {
    const wanted = this.#wanted();
    for (const [id, view] of this.#views) {
      if (!wanted.has(id)) this.#remove(id, view);
    }
    for (const id of dirty) {
      const view = this.#views.get(id);
      if (view) this.#update(id, view);
    }
    const missing = [...wanted].filter((id) => !this.#views.has(id));
    const started = performance.now();
    for (const [index, id] of this.#boundariesFirst(missing).entries()) {
      if (index > 0 && performance.now() - started > SLICE) return true;
      this.#create(id);
    }
    return false;
  }

  #wanted(): Set<string> {
    const { scene, camera, size, selection, hover } = this.#editor;
    const held = [...selection, ...(hover ? [hover] : [])].filter((id) => scene.cell(id));
    if (camera.zoom < OVERVIEW_BELOW) return new Set(held);
    const seen = viewport(camera, size);
    const area = inflate(seen, 0.35 * Math.max(seen.width, seen.height));
    return new Set([...scene.within(area), ...held]);
  }

  #boundariesFirst(ids: readonly string[]): string[] {
    const { scene } = this.#editor;
    const z = (id: string): number => scene.z(scene.cell(id)!);
    return [...ids].sort((a, b) => z(a) - z(b));
  }

  #create(id: string): void {
    const cell = this.#editor.scene.cell(id);
    if (!cell) return;
    const group = svg('g', { id: `cell-${id}`, role: 'group', tabindex: -1 });
    const view: View = { group, z: Number.NaN, cell, size: '' };
    this.#views.set(id, view);
    this.#update(id, view);
  }

  #update(id: string, view: View): void {
    const { scene, threatsOf, selection, hover } = this.#editor;
    const cell = scene.cell(id);
    const box = scene.box(id);
    if (!cell || !box) return this.#remove(id, view);
    const flow = isFlow(cell);
    const held = `${selection.has(id) ? ' selected' : ''}${hover === id ? ' hover' : ''}`;
    set(view.group, {
      class: `cell ${flow ? 'flow' : `node ${classOf(cell)}`}${held}`,
      'aria-roledescription': kindOf(cell),
      'aria-label': sentence(scene, cell, threatsOf(id)),
    });
    if (flow) {
      const line = scene.line(id);
      if (!line) return this.#remove(id, view);
      const boxes = crossings(scene.cells, cell).flatMap((each) => scene.box(each) ?? []);
      paintFlow(view.group, cell, line, boxes, threatsOf(id));
    } else {
      set(view.group, { transform: `translate(${box.x} ${box.y})` });
      const size = `${box.width} ${box.height} ${threatsOf(id)}`;
      if (view.cell !== cell || view.size !== size) {
        paintNode(view.group, cell, box, this.#measure, threatsOf(id));
        view.size = size;
      }
    }
    view.cell = cell;
    this.#layer(view, scene.z(cell));
  }

  /** Puts a view into the layer of its height. A focused element must not lose its focus by it. */
  #layer(view: View, z: number): void {
    if (view.z === z) return;
    view.z = z;
    const layer = this.#layers.get(z) ?? this.#newLayer(z);
    const focused = document.activeElement === view.group;
    layer.append(view.group);
    if (focused) view.group.focus({ preventScroll: true });
  }

  #newLayer(z: number): SVGGElement {
    const layer = svg('g');
    const above = [...this.#layers.keys()].filter((each) => each > z).sort((a, b) => a - b)[0];
    this.root.insertBefore(layer, above === undefined ? null : this.#layers.get(above)!);
    this.#layers.set(z, layer);
    return layer;
  }

  #remove(id: string, view: View): void {
    view.group.remove();
    this.#views.delete(id);
  }
}
