import type { NodeShape, Point } from '@tmi/diagram';
import type { Editor } from '../editor';

export type ToolName = 'select' | 'pan' | NodeShape | 'flow';

export interface PointerInput {
  /** In pixels from the canvas's upper left corner. */
  readonly screen: Point;
  /** On the paper. */
  readonly world: Point;
  readonly button: number;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly ctrl: boolean;
}

export interface Tool {
  readonly cursor: string;
  down(input: PointerInput, editor: Editor): Drag | undefined;
  hover?(input: PointerInput, editor: Editor): void;
}

/** From a press to its release. */
export interface Drag {
  move(input: PointerInput): void;
  up(input: PointerInput): void;
  cancel(): void;
  /** Cells are gone: false when nothing is left to drag. */
  removed(ids: ReadonlySet<string>): boolean;
}

export const GRID = 10;
/** So far a press may wander and still be a click. */
export const CLICK = 3;

export function wandered(from: PointerInput, to: PointerInput): boolean {
  return Math.hypot(to.screen.x - from.screen.x, to.screen.y - from.screen.y) > CLICK;
}
