import type { Place } from './distance';
import type { Frame } from './frame';
import type { Position } from './polygons';

/** Places that lie so near each other in the picture that they are one mark. */
export interface StillMark<Kind> {
  x: number;
  y: number;
  count: number;
  /** What they have in common; null where they differ. */
  kind: Kind | null;
}

interface StillLine {
  kind: string;
  isSurface: boolean;
  path: string;
}

/** A map as an SVG draws it, without tiles and scripts: all in its units. */
export interface StillPicture<Kind = never> {
  width: number;
  height: number;
  /** Surfaces each by itself, and of each kind its lines together. */
  lines: StillLine[];
  /** All of them as one path; empty where there are none. */
  outlines: string;
  marks: StillMark<Kind>[];
}

interface Drawn {
  areas: readonly { rings: readonly (readonly Position[])[] }[];
  lines: readonly { kind: string; isSurface: boolean; parts: readonly (readonly Position[])[] }[];
}

/** Units between the frame and the edge of the picture, and those within which marks are one. */
const [margin, apart] = [16, 26];
/** Degrees that a picture shows at least: a single place is not blown up without end. */
const leastSpan = 0.004;

const round = (value: number) => Math.round(value * 10) / 10;

interface Size {
  width: number;
  height: number;
}

/** North up, the same scale both ways (equirectangular around the middle: true enough for a city). */
function scaleOf(frame: Frame, { width, height }: Size) {
  const middle = { x: (frame.west + frame.east) / 2, y: (frame.south + frame.north) / 2 };
  const shrink = Math.cos((middle.y * Math.PI) / 180);
  const across = Math.max((frame.east - frame.west) * shrink, leastSpan);
  const up = Math.max(frame.north - frame.south, leastSpan);
  const scale = Math.min((width - 2 * margin) / across, (height - 2 * margin) / up);
  return { middle, right: shrink * scale, up: scale };
}

function projection(frame: Frame, size: Size) {
  const { middle, right, up } = scaleOf(frame, size);
  return ([longitude, latitude]: Position) => ({
    x: round(size.width / 2 + (longitude - middle.x) * right),
    y: round(size.height / 2 - (latitude - middle.y) * up),
  });
}

/** All that a picture of this size shows of the world: more than the frame, on the longer side above all. */
export function frameShown(frame: Frame, size: Size): Frame {
  const { middle, right, up } = scaleOf(frame, size);
  const [beside, above] = [size.width / 2 / right, size.height / 2 / up];
  return {
    west: middle.x - beside,
    south: middle.y - above,
    east: middle.x + beside,
    north: middle.y + above,
  };
}

/** What covers the whole of a picture is the same path as all else that does. */
const once = <One>(all: readonly One[], keyOf: (one: One) => string): One[] => [
  ...new Map(all.map((one) => [keyOf(one), one])).values(),
];

/** Of each kind its lines as one path, over its surfaces: a page bears few elements, and a city has many streets. */
function gatheredLines(lines: readonly StillLine[]): StillLine[] {
  return [...new Set(lines.map(({ kind }) => kind))].flatMap((kind) => {
    const own = lines.filter((line) => line.kind === kind);
    const open = own.filter(({ isSurface }) => !isSurface).map(({ path }) => path);
    const surfaces = own.filter(({ isSurface }) => isSurface);
    return open.length === 0 ? surfaces : [...surfaces, { kind, isSurface: false, path: open.join('') }];
  });
}

/** Marks that would lie on each other become one, at the place of the first. */
export function gathered<Kind>(points: readonly { x: number; y: number; kind: Kind }[]): StillMark<Kind>[] {
  const marks: StillMark<Kind>[] = [];
  for (const { x, y, kind } of points) {
    const near = marks.find((mark) => Math.hypot(mark.x - x, mark.y - y) < apart);
    if (!near) marks.push({ x, y, count: 1, kind });
    else {
      near.count += 1;
      if (near.kind !== kind) near.kind = null;
    }
  }
  return marks;
}

/** Draws what a map is made of, and places on it, into a picture of this size that shows the frame. */
export function stillPicture<Kind>(
  frame: Frame,
  size: Size,
  { areas, lines, places }: Drawn & { places: readonly (Place & { kind: Kind })[] },
): StillPicture<Kind> {
  const project = projection(frame, size);
  const pathOf = (parts: readonly (readonly Position[])[], closed: boolean) =>
    parts
      .map(
        (part) =>
          `M${part
            .map(project)
            .map(({ x, y }) => `${x} ${y}`)
            .join('L')}${closed ? 'Z' : ''}`,
      )
      .join('');
  const points = places
    .map(({ longitude, latitude, kind }) => ({ ...project([longitude, latitude]), kind }))
    .filter(({ x, y }) => x >= 0 && y >= 0 && x <= size.width && y <= size.height);
  const drawn = lines.map(({ kind, isSurface, parts }) => ({
    ...{ kind, isSurface },
    path: pathOf(parts, isSurface),
  }));
  return {
    ...size,
    lines: gatheredLines(once(drawn, ({ kind, path }) => kind + path)),
    outlines: once(
      areas.map(({ rings }) => pathOf(rings, true)),
      (path) => path,
    ).join(''),
    marks: gathered(points),
  };
}
