import { type Box, PORTS, inflate, isFlow, portPoint, shapeOf, toSvg } from '@tmi/diagram';
import { boxToScreen } from '../camera';
import type { Editor } from '../editor';
import { CORNERS } from '../hit';
import { svg } from './svg';

/** What belongs to the hand and not to the paper: rings, handles, ports, previews. In screen pixels. */
export class OverlayView {
  readonly root = svg('svg', { class: 'overlay', 'aria-hidden': 'true' });
  readonly #editor: Editor;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  draw(): void {
    const { selection, hover, overlay, dragging } = this.#editor;
    const parts: Element[] = [];
    if (hover && !selection.has(hover)) parts.push(...this.#ring(hover, 'ring hover'));
    for (const id of selection) parts.push(...this.#ring(id, 'ring'));
    if (selection.size === 1 && !dragging) parts.push(...this.#handles([...selection][0]!));
    if (!dragging || overlay.line) parts.push(...this.#ports());
    if (overlay.drop) parts.push(...this.#ring(overlay.drop, 'ring drop'));
    if (overlay.marquee) parts.push(this.#rect(overlay.marquee, 'marquee', 0));
    if (overlay.place) parts.push(this.#rect(overlay.place, 'place', 6));
    if (overlay.line) {
      const [from, to] = [overlay.line.from, overlay.line.to].map((p) => this.#editor.toScreen(p));
      parts.push(
        svg('path', {
          class: overlay.line.caught ? 'draft caught' : 'draft',
          d: `M${from!.x} ${from!.y}L${to!.x} ${to!.y}`,
        }),
      );
    }
    this.root.replaceChildren(...parts);
  }

  #ring(id: string, className: string): Element[] {
    const { scene, camera } = this.#editor;
    const cell = scene.cell(id);
    if (!cell) return [];
    if (isFlow(cell)) {
      const line = scene.line(id);
      if (!line) return [];
      const { x, y, zoom } = camera;
      const group = svg('g', { transform: `scale(${zoom}) translate(${-x} ${-y})` });
      group.append(svg('path', { class: `${className} along`, d: toSvg(line.path) }));
      return [group];
    }
    const box = scene.box(id);
    if (!box) return [];
    const radius = shapeOf(cell) === 'actor' ? 4 : 12;
    return [this.#rect(inflate(box, 3 / camera.zoom), className, radius)];
  }

  #rect(box: Box, className: string, radius: number): SVGRectElement {
    return svg('rect', { class: className, rx: radius, ...boxToScreen(this.#editor.camera, box) });
  }

  #handles(id: string): Element[] {
    const { scene, options } = this.#editor;
    const cell = scene.cell(id);
    if (!cell || !options.mayEdit()) return [];
    if (isFlow(cell)) {
      return (scene.line(id)?.bends ?? []).map((bend) => {
        const { x, y } = this.#editor.toScreen(bend);
        return svg('circle', { class: 'handle', cx: x, cy: y, r: 5 });
      });
    }
    const box = scene.box(id);
    if (!box) return [];
    return CORNERS.map((corner) => {
      const { x, y } = this.#editor.toScreen({
        x: box.x + corner.x * box.width,
        y: box.y + corner.y * box.height,
      });
      return svg('rect', {
        class: `handle ${corner.edge}`,
        x: x - 4,
        y: y - 4,
        width: 8,
        height: 8,
        rx: 2,
      });
    });
  }

  #ports(): Element[] {
    const id = this.#editor.portsOf;
    const box = id === undefined ? undefined : this.#editor.scene.box(id);
    if (!box || this.#editor.camera.zoom < 0.45) return [];
    return PORTS.map((port) => {
      const { x, y } = this.#editor.toScreen(portPoint(box, port));
      return svg('circle', { class: 'port', cx: x, cy: y, r: 5 });
    });
  }
}
