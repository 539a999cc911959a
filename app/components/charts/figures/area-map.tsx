import { Hatch } from './hatch';
import type { Box } from './box';
import { look, shadeOf } from './look';
import { Words } from './words';
import type { AreaPicture } from '~/domains/insights/figures/area-picture.query.server';

export interface AreaMapProps {
  picture: AreaPicture;
  label: string;
  /** What the stripes say; none where nothing is hidden. */
  hiddenLabel: string;
  box?: Box;
}

const legendHeight = 22;

/** In the units of its width, 360. */
export const mapHeight = (picture: AreaPicture) => picture.height + legendHeight;

interface ShadesProps {
  words: readonly string[];
  paints: readonly { className: string; fill?: string }[];
  box: { width: number; y: number };
}

/** What the shades say, below the map. */
function Shades({ words, paints, box }: ShadesProps) {
  const step = box.width / Math.max(1, words.length);
  return words.map((text, at) => (
    <g key={text}>
      <rect x={at * step + 2} y={box.y + 5} width={14} height={12} {...paints[at]} />
      <Words x={at * step + 20} y={box.y + 15}>
        {text}
      </Words>
    </g>
  ));
}

/** Areas in shades by their number, with what the shades say. */
export function AreaMap({ picture, label, hiddenLabel, box }: AreaMapProps) {
  const { width, height, shapes, classes } = picture;
  const hides = shapes.some(({ shade }) => shade === 'hidden');
  const words = [
    ...classes.map(({ least, most }) => (least === most ? String(least) : `${least}–${most}`)),
    ...(hides ? [hiddenLabel] : []),
  ];
  const paint = (shade: number | 'hidden') =>
    shade === 'hidden' ? { ...look.area, fill: 'url(#areas-map-hatch)' } : shadeOf(shade, classes.length);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height + legendHeight}`}
      className="figure-chart"
      {...box}
      role="img"
      aria-label={label}
    >
      <Hatch id="areas-map-hatch" />
      {shapes.map(({ id, name, path, shade }) => (
        <path key={id} d={path} {...paint(shade)}>
          <title>{name}</title>
        </path>
      ))}
      <Shades
        words={words}
        paints={words.map((_, at) => paint(at < classes.length ? at : 'hidden'))}
        box={{ width, y: height }}
      />
    </svg>
  );
}
