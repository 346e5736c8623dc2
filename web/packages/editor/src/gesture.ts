import { type Box, type Cell, type Point, SMALLEST, endOf, shifted } from '@tmi/diagram';

/**
 * A running drag as the difference it makes. It holds no positions: whatever others do to the cells
 * meanwhile stays, and the difference is laid on top.
 */
export interface Gesture {
  readonly ids: ReadonlySet<string>;
  box(id: string, base: Box): Box;
  bends(flow: Cell, base: readonly Point[]): readonly Point[];
  /** The same gesture without cells that are gone, or nothing when none is left. */
  without(ids: ReadonlySet<string>): Gesture | undefined;
}

export class MoveGesture implements Gesture {
  constructor(
    readonly ids: ReadonlySet<string>,
    readonly dx: number,
    readonly dy: number,
  ) {}

  box(_id: string, base: Box): Box {
    return shifted(base, this.dx, this.dy);
  }

  /** Bends travel along when both ends do. */
  bends(flow: Cell, base: readonly Point[]): readonly Point[] {
    const ends = [endOf(flow, 'source'), endOf(flow, 'target')];
    if (!ends.every((end) => end && this.ids.has(end.cell))) return base;
    return base.map(({ x, y }) => ({ x: x + this.dx, y: y + this.dy }));
  }

  without(gone: ReadonlySet<string>): Gesture | undefined {
    const left = new Set([...this.ids].filter((id) => !gone.has(id)));
    return left.size === 0 ? undefined : new MoveGesture(left, this.dx, this.dy);
  }
}

export type Edge = 'n' | 'e' | 's' | 'w' | 'ne' | 'se' | 'sw' | 'nw';

export class ResizeGesture implements Gesture {
  readonly ids: ReadonlySet<string>;

  constructor(
    readonly id: string,
    readonly edge: Edge,
    readonly dx: number,
    readonly dy: number,
  ) {
    this.ids = new Set([id]);
  }

  box(_id: string, base: Box): Box {
    const [across, x] = stretch(
      base.x,
      base.width,
      this.edge.includes('w') ? -1 : this.edge.includes('e') ? 1 : 0,
      this.dx,
      SMALLEST.width,
    );
    const [down, y] = stretch(
      base.y,
      base.height,
      this.edge.includes('n') ? -1 : this.edge.includes('s') ? 1 : 0,
      this.dy,
      SMALLEST.height,
    );
    return { x, y, width: across, height: down };
  }

  bends(_flow: Cell, base: readonly Point[]): readonly Point[] {
    return base;
  }

  without(gone: ReadonlySet<string>): Gesture | undefined {
    return gone.has(this.id) ? undefined : this;
  }
}

function stretch(from: number, length: number, side: number, by: number, least: number) {
  if (side === 0) return [length, from] as const;
  const stretched = Math.max(least, length + side * by);
  return [stretched, side < 0 ? from + length - stretched : from] as const;
}

export class BendGesture implements Gesture {
  readonly ids: ReadonlySet<string>;

  /** Moves the bend with this number, or puts a new one before it. */
  constructor(
    readonly flow: string,
    readonly index: number,
    readonly added: Point | undefined,
    readonly dx: number,
    readonly dy: number,
  ) {
    this.ids = new Set([flow]);
  }

  box(_id: string, base: Box): Box {
    return base;
  }

  bends(flow: Cell, base: readonly Point[]): readonly Point[] {
    if (flow.id !== this.flow) return base;
    const list = this.added ? base.toSpliced(this.index, 0, this.added) : [...base];
    const bend = list[this.index];
    if (!bend) return base;
    return list.with(this.index, { x: bend.x + this.dx, y: bend.y + this.dy });
  }

  without(gone: ReadonlySet<string>): Gesture | undefined {
    return gone.has(this.flow) ? undefined : this;
  }
}
