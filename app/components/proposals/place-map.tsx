import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';
import { tilesAround } from '~/lib/geo/map-tiles';

export interface PlaceMapProps {
  /** The name of the area it lies in. */
  area: string;
  place: string | null;
  latitude: number | null;
  longitude: number | null;
  /** Template of the tiles; empty where there is none, and then the place is told in words. */
  tiles: string;
}

const zoom = 16;

/** Where a matter is: in words, with a link that opens the phone's map, and as a picture where there are tiles. */
export function PlaceMap({ area, place, latitude, longitude, tiles }: PlaceMapProps) {
  const t = useText(proposals);
  if (!place && latitude === null) return null;
  const known = latitude !== null && longitude !== null;
  return (
    <div className="place">
      <p>
        <strong>{t('field.place')}</strong> {[area, place].filter(Boolean).join(' · ')}
      </p>
      {known && (
        <div className="place-links">
          <a href={`geo:${latitude},${longitude}?z=${zoom}`}>{t('map-open')}</a>
          <details>
            <summary>{t('coordinates')}</summary>
            <p>
              {latitude.toFixed(5)}, {longitude.toFixed(5)}
            </p>
          </details>
        </div>
      )}
      {known && tiles && (
        <div className="place-map" role="img" aria-label={t('map-label', { place: place ?? '' })}>
          {tilesAround({ latitude, longitude, zoom, template: tiles }).map((tile) => (
            <img
              key={tile.url}
              src={tile.url}
              alt=""
              loading="lazy"
              style={{ left: tile.left, top: tile.top }}
            />
          ))}
          <span className="place-mark" />
        </div>
      )}
    </div>
  );
}
