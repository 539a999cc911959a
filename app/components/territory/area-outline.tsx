import { community } from '~/i18n/community';
import { useText } from '~/i18n/use-text';

export interface AreaOutlineProps {
  name: string;
  /** Outer rings of [longitude, latitude]. */
  outline: readonly (readonly (readonly [number, number])[])[];
}

const size = 240;

/** The bounds of an area as a still drawing, north above. */
export function AreaOutline({ name, outline }: AreaOutlineProps) {
  const t = useText(community);
  const points = outline.flat();
  const longitudes = points.map(([longitude]) => longitude);
  const latitudes = points.map(([, latitude]) => latitude);
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  // A degree of longitude is shorter than one of latitude, by the cosine.
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = size / Math.max((east - west) * narrowing, north - south, 1e-9);
  const path = outline.map(
    (ring) =>
      `M${ring
        .map(
          ([longitude, latitude]) =>
            `${((longitude - west) * narrowing * scale).toFixed(1)} ${((north - latitude) * scale).toFixed(1)}`,
        )
        .join('L')}Z`,
  );
  return (
    <svg
      role="img"
      aria-label={t('area.outline', { name })}
      viewBox={`-4 -4 ${size + 8} ${size + 8}`}
      width={size}
      height={size}
      style={{ maxWidth: '100%' }}
    >
      <path d={path.join('')} fill="currentColor" fillOpacity={0.15} stroke="currentColor" strokeWidth={2} />
    </svg>
  );
}
