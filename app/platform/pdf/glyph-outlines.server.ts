import { openFace } from './document-font.server';
import type { DocumentFont } from './document-font.server';

const operators: Record<string, string> = {
  moveTo: 'm',
  lineTo: 'l',
  bezierCurveTo: 'c',
  closePath: 'h',
};

const rounded = (value: number) => String(Math.round(value * 1000) / 1000);

/** A quadratic curve as a cubic one, which is the only kind that PDF draws. */
function cubic(from: [number, number], [cx = 0, cy = 0, x = 0, y = 0]: number[]): number[] {
  const [fx, fy] = from;
  return [
    fx + (2 / 3) * (cx - fx),
    fy + (2 / 3) * (cy - fy),
    x + (2 / 3) * (cx - x),
    y + (2 / 3) * (cy - y),
    x,
    y,
  ];
}

interface Box {
  width: number;
  height: number;
}

/**
 * Lines of text as filled outlines, made to fit the box: what is drawn into the box of a signature needs no font of its
 * own in the file. Characters without a shape are left out of the drawing.
 */
export function glyphOutlines(font: DocumentFont, lines: readonly string[], { width, height }: Box): string {
  const face = openFace(font);
  const spaced = height / Math.max(1, lines.length);
  const largest = Math.min(11, spaced * 0.7);
  return lines
    .map((line, at) => {
      const run = face.layout(line);
      const natural = run.advanceWidth / face.unitsPerEm;
      const size = Math.min(largest, (width - 8) / Math.max(natural, 1));
      const scale = size / face.unitsPerEm;
      const baseline = height - spaced * (at + 0.72);
      let x = 4;
      const drawn = run.glyphs.map((glyph, index) => {
        const path = glyph.id === 0 ? '' : outline(glyph.path.commands, { x, y: baseline, scale });
        x += (run.positions[index]?.xAdvance ?? glyph.advanceWidth) * scale;
        return path;
      });
      return drawn.filter((path) => path !== '').join('\n');
    })
    .join('\n');
}

function outline(
  commands: readonly { command: string; args: number[] }[],
  place: { x: number; y: number; scale: number },
): string {
  if (commands.length === 0) return '';
  let last: [number, number] = [0, 0];
  const parts = commands.map(({ command, args }) => {
    const points = command === 'quadraticCurveTo' ? cubic(last, args) : args;
    if (points.length >= 2) last = [points.at(-2) ?? 0, points.at(-1) ?? 0];
    const placed = points.map((value, at) =>
      rounded((at % 2 === 0 ? place.x : place.y) + value * place.scale),
    );
    return [...placed, operators[command] ?? 'c'].join(' ');
  });
  return `${parts.join(' ')} f`;
}
