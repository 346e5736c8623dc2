import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Box,
  borderPoint,
  boxAround,
  connect,
  distanceToPath,
  flatten,
  inflate,
  contains,
  lengthOf,
  pointAlong,
  route,
  toSvg,
} from '../src/index';

const left: Box = { x: 0, y: 0, width: 100, height: 50 };
const right: Box = { x: 300, y: 200, width: 100, height: 50 };
const end = (port: string | null) => ({ cell: 'x', port });

describe('geometry', () => {
  test('a flow starts and ends at the middle of the named sides', () => {
    const points = route(
      { box: left, end: end('right') },
      { box: right, end: end('left') },
      [],
      'normal',
    );
    expect(points).toEqual([
      { x: 100, y: 25 },
      { x: 300, y: 225 },
    ]);
  });

  test('without a port it aims at the middle and stops at the border', () => {
    expect(borderPoint(left, { x: 50, y: 500 })).toEqual({ x: 50, y: 50 });
    expect(borderPoint(left, { x: 500, y: 25 })).toEqual({ x: 100, y: 25 });
  });

  test('an orthogonal route has only level and upright pieces', () => {
    const port = fc.constantFrom('top', 'right', 'bottom', 'left', null);
    const place = fc.record({
      x: fc.integer({ min: -500, max: 500 }),
      y: fc.integer({ min: -500, max: 500 }),
    });
    fc.assert(
      fc.property(port, port, fc.array(place, { maxLength: 3 }), place, (from, to, bends, at) => {
        const points = route(
          { box: left, end: end(from) },
          { box: { ...right, ...at }, end: end(to) },
          bends,
          'orth',
        );
        for (let i = 1; i < points.length; i++) {
          const [a, b] = [points[i - 1]!, points[i]!];
          expect(a.x === b.x || a.y === b.y).toBe(true);
        }
      }),
    );
  });

  test('a smooth line passes through every bend', () => {
    const bends = [
      { x: 0, y: 0 },
      { x: 50, y: 80 },
      { x: 120, y: 10 },
      { x: 200, y: 60 },
    ];
    const flat = flatten(connect(bends, 'smooth'));
    for (const bend of bends) expect(distanceToPath(flat, bend)).toBeLessThan(0.01);
  });

  test('a label lies at its share of the length, in pixels from either end too', () => {
    const flat = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
    ];
    expect(pointAlong(flat, 0.25).x).toBe(25);
    expect(pointAlong(flat, 30).x).toBe(30);
    expect(pointAlong(flat, -30).x).toBe(70);
    expect(pointAlong(flat, 1000).x).toBe(100);
    expect(lengthOf(flat)).toBe(100);
  });

  test('the flattened line stays inside the box that is told for it', () => {
    const flat = flatten(
      connect(
        [
          { x: 0, y: 0 },
          { x: 90, y: 40 },
        ],
        'smooth',
      ),
    );
    const box = inflate(boxAround(flat), 0.001);
    expect(flat.every((point) => contains(box, point))).toBe(true);
    expect(
      toSvg(
        connect(
          [
            { x: 0, y: 0 },
            { x: 1 / 3, y: 1 },
          ],
          'normal',
        ),
      ),
    ).toBe('M0 0L0.33 1');
  });
});
