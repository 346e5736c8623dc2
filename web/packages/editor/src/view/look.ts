import { type Cell, asNumber, asText, at, isBoundary, shapeOf } from '@tmi/diagram';

/** The colours a cell brings itself; what only repeats the start looks is left to the theme. */
export interface Look {
  readonly fill?: string;
  readonly stroke?: string;
  readonly dash?: string;
  readonly width?: number;
}

const PLAIN_FILL = new Set(['#ffffff', '#fff', 'white', 'transparent', 'none']);
const PLAIN_STROKE = new Set(['#000000', '#000', 'black', 'none']);
/** Colours and dashes as the contract allows them: anything else is not put on the page. */
const COLOUR = /^(#[0-9a-f]{3,8}|rgb\(\d{1,3}, ?\d{1,3}, ?\d{1,3}\)|[a-z]{3,32})$/i;
const DASH = /^[\d., ]{1,64}$/;

export function lookOf(cell: Cell, part: 'body' | 'line'): Look {
  const attrs = at(cell['attrs'], part);
  const own = at(cell['data'], 'customStyles') === true || part === 'line';
  const fill = colour(asText(at(attrs, 'fill')));
  const stroke = colour(asText(at(attrs, 'stroke')));
  const dash = asText(at(attrs, 'strokeDasharray'));
  const width = asNumber(at(attrs, 'strokeWidth'));
  return {
    ...(fill && own && !PLAIN_FILL.has(fill) ? { fill } : {}),
    ...(stroke && !PLAIN_STROKE.has(stroke) ? { stroke } : {}),
    ...(dash && DASH.test(dash) && !isBoundary(cell) ? { dash } : {}),
    ...(width !== undefined && width !== 2 && width > 0 ? { width } : {}),
  };
}

function colour(text: string | undefined): string | undefined {
  return text && COLOUR.test(text) ? text.toLowerCase() : undefined;
}

/** The class that carries a shape's looks. */
export function classOf(cell: Cell): string {
  const shape = shapeOf(cell);
  if (shape === 'security-boundary') return 'boundary';
  if (shape === 'actor' || shape === 'process' || shape === 'store') return shape;
  return shape === 'text-box' ? 'text' : 'unknown';
}

/** Puts own colours on an element, property by property: the page's policy allows no style text. */
export function dress(part: SVGElement, look: Look): void {
  if (look.fill) part.style.fill = look.fill;
  if (look.stroke) part.style.stroke = look.stroke;
  if (look.dash) part.style.strokeDasharray = look.dash;
  if (look.width) part.style.strokeWidth = `${look.width}px`;
}

/** A label on an own fill keeps its own colour too: the theme does not know what lies behind it. */
export function inkOn(cell: Cell): string {
  return colour(asText(at(cell['attrs'], 'text', 'fill'))) ?? '#000000';
}
