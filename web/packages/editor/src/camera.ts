import type { Box, Point } from '@tmi/diagram';

/** Which part of the paper is seen: the world point at the upper left corner, and the zoom. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}
export interface Size {
  readonly width: number;
  readonly height: number;
}

export const ZOOM_LIMITS = { least: 0.1, most: 4 };
/** Below this zoom the painter draws everything; labels are not readable there anyway. */
export const OVERVIEW_BELOW = 0.45;

export function toWorld(camera: Camera, point: Point): Point {
  return { x: camera.x + point.x / camera.zoom, y: camera.y + point.y / camera.zoom };
}

export function toScreen(camera: Camera, point: Point): Point {
  return { x: (point.x - camera.x) * camera.zoom, y: (point.y - camera.y) * camera.zoom };
}

export function boxToScreen(camera: Camera, box: Box): Box {
  const corner = toScreen(camera, box);
  return { ...corner, width: box.width * camera.zoom, height: box.height * camera.zoom };
}

export function viewport(camera: Camera, size: Size): Box {
  const { x, y, zoom } = camera;
  return { x, y, width: size.width / zoom, height: size.height / zoom };
}

export function panned(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x - dx / camera.zoom, y: camera.y - dy / camera.zoom };
}

/** Zooms so that the world point under the pointer stays there. */
export function zoomedAt(camera: Camera, pointer: Point, factor: number): Camera {
  const zoom = Math.min(ZOOM_LIMITS.most, Math.max(ZOOM_LIMITS.least, camera.zoom * factor));
  const fixed = toWorld(camera, pointer);
  return { x: fixed.x - pointer.x / zoom, y: fixed.y - pointer.y / zoom, zoom };
}

export function fitted(box: Box | undefined, size: Size, padding = 64, most = 1.25): Camera {
  if (!box || size.width === 0 || size.height === 0) return { x: -80, y: -80, zoom: 1 };
  const across = (size.width - 2 * padding) / Math.max(1, box.width);
  const down = (size.height - 2 * padding) / Math.max(1, box.height);
  const zoom = Math.max(ZOOM_LIMITS.least, Math.min(most, across, down));
  return {
    x: box.x + box.width / 2 - size.width / zoom / 2,
    y: box.y + box.height / 2 - size.height / zoom / 2,
    zoom,
  };
}

/** The smallest pan that brings a box into view; no pan when it is seen already. */
export function revealing(camera: Camera, size: Size, box: Box, margin = 40): Camera {
  const seen = viewport(camera, size);
  const edge = margin / camera.zoom;
  const shift = (from: number, length: number, seenFrom: number, seenLength: number): number => {
    if (from < seenFrom + edge) return from - edge - seenFrom;
    const over = from + length + edge - (seenFrom + seenLength);
    return over > 0 ? Math.min(over, from - edge - seenFrom) : 0;
  };
  const dx = shift(box.x, box.width, seen.x, seen.width);
  const dy = shift(box.y, box.height, seen.y, seen.height);
  return dx === 0 && dy === 0 ? camera : { ...camera, x: camera.x + dx, y: camera.y + dy };
}
