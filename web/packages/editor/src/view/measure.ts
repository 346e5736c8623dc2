/** Breaks a label into lines that fit; widths of words are measured once. */
export type Measure = (text: string) => number;

export function canvasMeasure(font: string): Measure {
  const context = document.createElement('canvas').getContext('2d');
  const known = new Map<string, number>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (context) context.font = font;
    const width = context ? context.measureText(text).width : text.length * 7;
    if (known.size > 5000) known.clear();
    known.set(text, width);
    return width;
  };
}

export function wrap(text: string, width: number, measure: Measure, most = 4): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && measure(longer) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  if (line !== '') lines.push(line);
  const kept = lines.slice(0, most);
  if (lines.length > most) kept[most - 1] = `${kept[most - 1]}…`;
  return kept.map((each) => shortened(each, width, measure));
}

function shortened(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text;
  let end = text.length - 1;
  while (end > 1 && measure(`${text.slice(0, end)}…`) > width) end -= 1;
  return `${text.slice(0, end)}…`;
}
