import type { Box, Point } from './geometry/box';

/** A cell exactly as stored. Unknown keys are kept: nothing here rewrites what it does not change. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

export interface Cell {
  readonly id: string;
  readonly shape: string;
  readonly [key: string]: Json | undefined;
}

export type JsonObject = { readonly [key: string]: Json | undefined };

export const NODE_SHAPES = ['actor', 'process', 'store', 'security-boundary', 'text-box'] as const;
export type NodeShape = (typeof NODE_SHAPES)[number];

export interface End {
  readonly cell: string;
  readonly port: string | null;
}

export function asObject(value: Json | undefined): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}

export function asNumber(value: Json | undefined): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

export function asText(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The value under a chain of keys, undefined as soon as one is missing. */
export function at(value: Json | undefined, ...path: string[]): Json | undefined {
  return path.reduce<Json | undefined>((inner, key) => asObject(inner)?.[key], value);
}

export function isFlow(cell: Cell): boolean {
  if (cell.shape === 'flow' || cell.shape === 'edge') return true;
  return endOf(cell, 'source') !== undefined && endOf(cell, 'target') !== undefined;
}

export function isKnownShape(cell: Cell): boolean {
  return isFlow(cell) || (NODE_SHAPES as readonly string[]).includes(shapeOf(cell));
}

/** The shape by its present name: old diagrams say `textbox`. */
export function shapeOf(cell: Cell): string {
  return cell.shape === 'textbox' ? 'text-box' : cell.shape;
}

/** Flat numbers win over nested ones; a node without either gets the size old clients gave it. */
export function boxOf(cell: Cell): Box {
  const flat = fourNumbers(cell['x'], cell['y'], cell['width'], cell['height']);
  if (flat) return flat;
  const nested = fourNumbers(
    at(cell['position'], 'x'),
    at(cell['position'], 'y'),
    at(cell['size'], 'width'),
    at(cell['size'], 'height'),
  );
  return nested ?? { x: 0, y: 0, width: 80, height: 80 };
}

function fourNumbers(
  x: Json | undefined,
  y: Json | undefined,
  width: Json | undefined,
  height: Json | undefined,
): Box | undefined {
  const [a, b, c, d] = [asNumber(x), asNumber(y), asNumber(width), asNumber(height)];
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  return { x: a, y: b, width: c, height: d };
}

/** The same cell somewhere else. The written form is flat, as the server stores it. */
export function withBox(cell: Cell, box: Box): Cell {
  const { position: _position, size: _size, ...rest } = cell;
  return { ...(rest as Cell), x: box.x, y: box.y, width: box.width, height: box.height };
}

export function labelOf(cell: Cell): string {
  if (isFlow(cell)) {
    const first = Array.isArray(cell['labels']) ? (cell['labels'][0] as Json) : undefined;
    return asText(at(first, 'attrs', 'text', 'text')) ?? '';
  }
  return (
    asText(at(cell['attrs'], 'text', 'text')) ??
    asText(cell['label']) ??
    asText(cell['value']) ??
    ''
  );
}

export function withLabel(cell: Cell, text: string): Cell {
  if (!isFlow(cell)) return { ...cell, attrs: labelled(cell['attrs'], text) };
  const labels = Array.isArray(cell['labels']) ? (cell['labels'] as readonly Json[]) : [];
  if (text === '') return { ...cell, labels: labels.slice(1) };
  const first = asObject(labels[0]) ?? { position: 0.5 };
  return {
    ...cell,
    labels: [{ ...first, attrs: labelled(first['attrs'], text) }, ...labels.slice(1)],
  };
}

function labelled(attrs: Json | undefined, text: string): JsonObject {
  const object = asObject(attrs) ?? {};
  return { ...object, text: { ...asObject(object['text']), text } };
}

/** One end of a flow; old diagrams name the bare cell id. */
export function endOf(cell: Cell, side: 'source' | 'target'): End | undefined {
  const value = cell[side];
  if (typeof value === 'string' && value !== '') return { cell: value, port: null };
  const id = asText(at(value, 'cell'));
  if (!id) return undefined;
  return { cell: id, port: asText(at(value, 'port')) ?? null };
}

export function verticesOf(cell: Cell): Point[] {
  const list = Array.isArray(cell['vertices']) ? (cell['vertices'] as readonly Json[]) : [];
  return list.flatMap((each) => {
    const [x, y] = [asNumber(at(each, 'x')), asNumber(at(each, 'y'))];
    return x === undefined || y === undefined ? [] : [{ x, y }];
  });
}

export function parentOf(cell: Cell): string | undefined {
  return asText(cell['parent']) || undefined;
}

/** A router or connector may be a bare name or an object with one. */
export function nameOf(value: Json | undefined, otherwise: string): string {
  return asText(value) ?? asText(at(value, 'name')) ?? otherwise;
}

export function isBoundary(cell: Cell): boolean {
  return shapeOf(cell) === 'security-boundary' || at(cell['data'], 'security_boundary') === true;
}
