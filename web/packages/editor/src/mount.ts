import type { Point } from '@tmi/diagram';
import { composing, shortcutKey } from '@tmi/ui';
import { OVERVIEW_BELOW, viewport } from './camera';
import type { Editor } from './editor';
import { Keys } from './keys';
import { LabelEditor } from './label-editor';
import { type Palette, clear, paint } from './painter';
import { Pinch } from './pinch';
import { look } from './tool/select';
import { tools } from './tool/index';
import { canvasMeasure } from './view/measure';
import { OverlayView } from './view/overlay';
import { Stage } from './view/stage';

export interface Mounted {
  readonly editLabel: (id: string) => void;
  readonly focusCell: (id: string | undefined) => void;
  readonly unmount: () => void;
}

export interface MountOptions {
  readonly label: string;
  readonly help: () => void;
}

const DOTS = 20;

/** Puts an editor on a page: draws once a frame what changed, and hands on pointer and keys. */
export function mount(editor: Editor, host: HTMLElement, options: MountOptions): Mounted {
  const view = new Mount(editor, host, options);
  return {
    editLabel: (id) => view.labels.open(id),
    focusCell: (id) => view.focusCell(id),
    unmount: () => view.unmount(),
  };
}

class Mount {
  readonly labels: LabelEditor;
  readonly #editor: Editor;
  readonly #host: HTMLElement;
  readonly #stage: Stage;
  readonly #overlay: OverlayView;
  readonly #plane = element('div', 'stage');
  readonly #picture = element('canvas', 'overview');
  readonly #keys: Keys;
  readonly #pinch: Pinch;
  readonly #ended = new AbortController();
  readonly #resized: ResizeObserver;
  #frame = 0;
  #palette: Palette | undefined;
  #held = false;
  #fitted = false;

  constructor(editor: Editor, host: HTMLElement, options: MountOptions) {
    this.#editor = editor;
    this.#host = host;
    this.#stage = new Stage(editor, canvasMeasure(`500 13px 'Inter Variable', system-ui`));
    this.#overlay = new OverlayView(editor);
    this.#plane.append(this.#stage.root);
    host.classList.add('canvas');
    host.setAttribute('role', 'application');
    host.setAttribute('aria-label', options.label);
    host.tabIndex = 0;
    host.append(this.#picture, this.#plane, this.#overlay.root);
    this.labels = new LabelEditor(editor, host, (id) => this.focusCell(id));
    this.#keys = new Keys(editor, {
      focus: (id) => this.focusCell(id),
      editLabel: (id) => this.labels.open(id),
      help: options.help,
    });
    this.#pinch = new Pinch(editor);
    this.#resized = new ResizeObserver(() => this.#resize());
    this.#resized.observe(host);
    this.#listen();
    const stop = editor.onFrame(() => this.#request());
    this.#ended.signal.addEventListener('abort', stop);
    void document.fonts.ready.then(() => {
      editor.scene.markAllDirty();
      this.#request();
    });
  }

  focusCell(id: string | undefined): void {
    if (id === undefined) return this.#host.focus({ preventScroll: true });
    this.#draw();
    (this.#stage.element(id) ?? this.#host).focus({ preventScroll: true });
  }

  unmount(): void {
    cancelAnimationFrame(this.#frame);
    this.labels.close(true);
    this.#resized.disconnect();
    this.#ended.abort();
    this.#host.replaceChildren();
  }

  #resize(): void {
    const { width, height } = this.#host.getBoundingClientRect();
    this.#editor.size = { width, height };
    if (!this.#fitted && width > 0) {
      this.#fitted = true;
      this.#editor.fit();
    }
    this.#request();
  }

  #request(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  #draw(): void {
    const { camera, scene } = this.#editor;
    const { x, y, zoom } = camera;
    this.#plane.style.transform = `scale(${zoom}) translate(${-x}px, ${-y}px)`;
    const dots = DOTS * zoom;
    this.#host.style.backgroundSize = `${dots}px ${dots}px`;
    this.#host.style.backgroundPosition = `${-x * zoom}px ${-y * zoom}px`;
    this.#host.classList.toggle('far', zoom < OVERVIEW_BELOW);
    const more = this.#stage.draw(scene.takeDirty());
    this.#overlay.draw();
    this.labels.place();
    this.#host.style.cursor = this.#held ? 'grab' : tools[this.#editor.tool].cursor;
    this.#drawFar(zoom < OVERVIEW_BELOW);
    if (more) this.#request();
  }

  /** From afar the painter draws everything; near, its canvas is emptied once and left alone. */
  #drawFar(far: boolean): void {
    if (!far && !this.#palette) return;
    const { camera, scene, size, selection } = this.#editor;
    const context = clear(this.#picture, size, window.devicePixelRatio || 1);
    if (!far || !context) {
      this.#palette = undefined;
      return;
    }
    this.#palette ??= readPalette(this.#host);
    paint(context, scene, scene.within(viewport(camera, size)), camera, this.#palette, selection);
  }

  #listen(): void {
    const host = this.#host;
    const { signal } = this.#ended;
    host.addEventListener('pointerdown', (event) => this.#down(event), { signal });
    host.addEventListener('pointermove', (event) => this.#move(event), { signal });
    host.addEventListener('pointerup', (event) => this.#up(event), { signal });
    host.addEventListener('pointercancel', (event) => this.#cancelled(event), { signal });
    host.addEventListener('dblclick', (event) => this.#doubleClick(event), { signal });
    host.addEventListener('wheel', (event) => this.#wheel(event), { signal, passive: false });
    host.addEventListener('keydown', (event) => this.#keyDown(event), { signal });
    host.addEventListener('keyup', (event) => this.#keyUp(event), { signal });
    host.addEventListener('focusin', (event) => this.#focused(event), { signal });
  }

  #at(event: MouseEvent): Point {
    const { left, top } = this.#host.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }

  #keysOf(event: MouseEvent) {
    return {
      button: this.#held ? 1 : event.button,
      shift: event.shiftKey,
      alt: event.altKey,
      ctrl: event.ctrlKey || event.metaKey,
    };
  }

  #down(event: PointerEvent): void {
    if (event.button === 2) return;
    this.labels.close(true);
    this.#host.focus({ preventScroll: true });
    this.#host.setPointerCapture(event.pointerId);
    if (this.#pinch.down(event.pointerId, this.#at(event))) return;
    this.#editor.pointerDown(this.#at(event), this.#keysOf(event));
  }

  #move(event: PointerEvent): void {
    if (this.#pinch.move(event.pointerId, this.#at(event))) return;
    this.#editor.pointerMove(this.#at(event), this.#keysOf(event));
  }

  #up(event: PointerEvent): void {
    if (this.#pinch.up(event.pointerId)) return;
    this.#editor.pointerUp(this.#at(event), this.#keysOf(event));
  }

  #cancelled(event: PointerEvent): void {
    this.#pinch.up(event.pointerId);
    this.#editor.cancel();
  }

  #doubleClick(event: MouseEvent): void {
    const world = this.#at(event);
    const { camera } = this.#editor;
    const point = { x: camera.x + world.x / camera.zoom, y: camera.y + world.y / camera.zoom };
    const found = look({ ...this.#keysOf(event), screen: world, world: point }, this.#editor);
    if (found.kind === 'node' || found.kind === 'flow') this.labels.open(found.id);
  }

  #wheel(event: WheelEvent): void {
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) {
      this.#editor.zoomAt(this.#at(event), Math.exp(-event.deltaY * 0.0045));
    } else {
      const [dx, dy] = event.shiftKey ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
      this.#editor.pan(-dx, -dy);
    }
  }

  #keyDown(event: KeyboardEvent): void {
    if (composing(event)) return;
    if (event.key === ' ') {
      this.#held = true;
      event.preventDefault();
      return;
    }
    const { shiftKey: shift, altKey: alt } = event;
    const ctrl = event.ctrlKey || event.metaKey;
    const handled = this.#keys.press({ key: shortcutKey(event), shift, alt, ctrl });
    if (handled) event.preventDefault();
  }

  #keyUp(event: KeyboardEvent): void {
    if (event.key === ' ') this.#held = false;
  }

  /** A screen reader may put its focus on a cell by itself: the selection follows. */
  #focused(event: FocusEvent): void {
    const id = event.target instanceof SVGElement ? event.target.id.replace(/^cell-/, '') : '';
    if (id !== '' && !this.#editor.selection.has(id) && this.#editor.scene.cell(id)) {
      this.#editor.select([id]);
    }
  }
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, className: string) {
  const made = document.createElement(name);
  made.className = className;
  if (name === 'canvas') made.setAttribute('aria-hidden', 'true');
  return made;
}

/** Custom properties hold two colours, one a theme; a colour that is set on an element is one. */
export function readPalette(host: HTMLElement): Palette {
  const probe = element('span', 'palette-probe');
  host.append(probe);
  const read = (token: string): string => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const palette = {
    fill: read('--node-fill'),
    stroke: read('--node-stroke'),
    boundary: read('--boundary'),
    flow: read('--flow'),
    text: read('--ink'),
    accent: read('--accent'),
  };
  probe.remove();
  return palette;
}
