import { bridges } from '~/i18n/bridges';
import { useText } from '~/i18n/use-text';
import type { Ring } from '~/lib/geo/polygons';
import { stillMap } from '~/lib/geo/still-map';

export interface MappedOrder {
  status: string;
  latitude: number | null;
  longitude: number | null;
}

const size = { width: 640, height: 420 };

/** Where the orders of a list lie, by their numbers in it: a picture without tiles; the list says the same in words. */
export function OrderMap({ orders, rings }: { orders: readonly MappedOrder[]; rings: readonly Ring[] }) {
  const t = useText(bridges);
  const placed = orders.flatMap(({ status, latitude, longitude }, index) =>
    latitude === null || longitude === null ? [] : [{ status, latitude, longitude, number: index + 1 }],
  );
  if (placed.length === 0) return <p className="field-hint">{t('map-none')}</p>;
  const { points, outlines } = stillMap(placed, { ...size, rings });
  return (
    <svg
      viewBox={`0 0 ${size.width} ${size.height}`}
      className="order-map"
      role="img"
      aria-label={t('map-label', { count: placed.length })}
    >
      {outlines.map((ring) => (
        <polygon key={ring} points={ring} className="order-map-outline" />
      ))}
      {points.map(({ point, x, y }) => (
        <g key={point.number} className={`order-map-${point.status}`}>
          {point.status === 'open' ? (
            <circle cx={x} cy={y} r={12} />
          ) : (
            <rect x={x - 11} y={y - 11} width={22} height={22} rx={4} />
          )}
          <text x={x} y={y + 4}>
            {point.number}
          </text>
        </g>
      ))}
    </svg>
  );
}
