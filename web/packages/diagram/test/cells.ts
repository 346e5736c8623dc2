import { type Cell, newFlow, newNode } from '../src/index';

export function node(id: string, x = 0, y = 0, parent: string | null = null): Cell {
  return newNode(id, 'process', { x, y, width: 140, height: 60 }, parent, id);
}

export function boundary(id: string, x: number, y: number, parent: string | null = null): Cell {
  return newNode(id, 'security-boundary', { x, y, width: 400, height: 300 }, parent, id);
}

export function flow(id: string, from: string, to: string): Cell {
  return newFlow(id, { cell: from, port: 'right' }, { cell: to, port: 'left' }, id);
}

export function mapOf(...cells: Cell[]): Map<string, Cell> {
  return new Map(cells.map((cell) => [cell.id, cell]));
}
