import { toneOfStage } from '~/components/ui';
import type { Stage } from '~/domains/stages';
import type { StillPicture } from '~/lib/geo/still-picture';

type Kind = Stage | 'place';

/** The colour of a mark: none for several that differ. */
function toneOf(kind: Kind | null): string {
  if (kind === null) return '';
  return kind === 'place' ? ' still-place' : ` tone-${toneOfStage(kind)}`;
}

/** A map that the server draws: outlines, lines and marks, without tiles and scripts. */
export function StillMap({ picture, label }: { picture: StillPicture<Kind>; label: string }) {
  const { width, height, lines, outlines, marks } = picture;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className="still-map" role="img" aria-label={label}>
      {lines.map(({ kind, isSurface, path }) => (
        <path key={kind + path} d={path} className={`map-${kind}${isSurface ? ' map-surface' : ''}`} />
      ))}
      {outlines && <path d={outlines} className="map-outline" />}
      {marks.map(({ x, y, count, kind }) => (
        <g key={`${x} ${y}`} className={`still-mark${toneOf(kind)}`}>
          <circle cx={x} cy={y} r={count > 1 ? 13 : 9} />
          {count > 1 && (
            <text x={x} y={y + 4.5}>
              {count}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
