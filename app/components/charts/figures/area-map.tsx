import { Hatch } from './hatch';
import { Words } from './words';
import type { AreaPicture } from '~/domains/insights/figures/area-picture.query.server';

export interface AreaMapProps {
  picture: AreaPicture;
  label: string;
  /** What the stripes say; none where nothing is hidden. */
  hiddenLabel: string;
  /** Where there are few classes, the darkest are left out. */
  nameOf: (id: string) => string;
}

const legendHeight = 22;

/** Areas in shades by their number, with what the shades say. */
export function AreaMap({ picture, label, hiddenLabel, nameOf }: AreaMapProps) {
  const { width, height, shapes, classes } = picture;
  const hides = shapes.some(({ shade }) => shade === 'hidden');
  const words = [
    ...classes.map(({ least, most }) => (least === most ? String(least) : `${least}–${most}`)),
    ...(hides ? [hiddenLabel] : []),
  ];
  const step = width / Math.max(1, words.length);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height + legendHeight}`}
      className="figure-chart"
      role="img"
      aria-label={label}
    >
      <Hatch id="areas-map-hatch" />
      {shapes.map(({ id, path, shade }) => (
        <path
          key={id}
          d={path}
          className={shade === 'hidden' ? 'figure-area' : `figure-area figure-shade-${shade}`}
          {...(shade === 'hidden' && { fill: 'url(#areas-map-hatch)' })}
        >
          <title>{nameOf(id)}</title>
        </path>
      ))}
      {words.map((text, at) => (
        <g key={text}>
          <rect
            x={at * step + 2}
            y={height + 5}
            width={14}
            height={12}
            className={at < classes.length ? `figure-area figure-shade-${at}` : 'figure-area'}
            {...(at >= classes.length && { fill: 'url(#areas-map-hatch)' })}
          />
          <Words x={at * step + 20} y={height + 15}>
            {text}
          </Words>
        </g>
      ))}
    </svg>
  );
}
