import { describe, expect, test } from 'vitest';
import { fitted, revealing, toScreen, toWorld, zoomedAt } from '../src/camera';
import { headOf, gateOf } from '../src/view/flow';
import { classOf, lookOf } from '../src/view/look';
import { wrap } from '../src/view/measure';
import { node } from './desk';

const ten = (text: string): number => text.length * 10;

describe('the view', () => {
  test('zooms at the pointer', () => {
    const before = { x: 10, y: 20, zoom: 1 };
    const pointer = { x: 300, y: 200 };
    const fixed = toWorld(before, pointer);
    const after = zoomedAt(before, pointer, 2.5);
    expect(toScreen(after, fixed)).toEqual(pointer);
    expect(zoomedAt(before, pointer, 1000).zoom).toBe(4);
  });

  test('fits everything and pans no more than it must', () => {
    const size = { width: 800, height: 600 };
    const camera = fitted({ x: 0, y: 0, width: 1600, height: 300 }, size, 0);
    expect(camera).toEqual({ x: 0, y: -450, zoom: 0.5 });
    const box = { x: 100, y: 100, width: 100, height: 100 };
    const seen = { x: 0, y: 0, zoom: 1 };
    expect(revealing(seen, size, box)).toBe(seen);
    expect(revealing(seen, size, { ...box, x: 790 }).x).toBe(130);
  });

  test('wraps a label at its width and shortens what cannot be broken', () => {
    expect(wrap('order the goods', 100, ten)).toEqual(['order the', 'goods']);
    expect(wrap('unbreakableword', 80, ten)).toEqual(['unbreak…']);
    expect(wrap('a b c d', 10, ten, 2)).toEqual(['a', 'b…']);
  });

  test('leaves plain looks to the theme and keeps own ones, but only real colours', () => {
    const plain = node('a', 0, 0);
    expect(lookOf(plain, 'body')).toEqual({});
    const styled = {
      ...plain,
      attrs: { body: { fill: '#FFEEDD', stroke: 'red; x: url(y)' } },
      data: { customStyles: true },
    };
    expect(lookOf(styled, 'body')).toEqual({ fill: '#ffeedd' });
    expect(classOf({ id: 'u', shape: 'cloud' })).toBe('unknown');
  });

  test('draws the head along the last piece and the gate on the border', () => {
    const flat = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
    ];
    expect(headOf(flat)).toBe('M100 0L90 4.5L92.5 0L90 -4.5Z');
    const gate = gateOf(flat, { x: -10, y: -10, width: 50, height: 20 })!;
    expect(gate.x).toBeCloseTo(40, 1);
  });
});
