import { Link } from '@remix-run/react';
import { StillMap } from './still-map';
import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';
import type { StillPicture } from '~/lib/geo/still-picture';
import { paths } from '~/paths';

export interface PlaceMapProps {
  /** The name of the area it lies in. */
  area: string;
  place: string | null;
  latitude: number | null;
  longitude: number | null;
  /** None where nobody has said the place as a point. */
  picture: {
    tiles: readonly { url: string; left: string; top: string }[];
    source: { words: string; link: string } | null;
    still: StillPicture<'place'> | null;
    /** Whether the portal's map may be opened there: its tiles would tell of the place. */
    onMap: boolean;
  } | null;
}

const zoom = 16;

/** Where a matter is: in words, with a link that opens the phone's map, and as a picture. */
export function PlaceMap({ area, place, latitude, longitude, picture }: PlaceMapProps) {
  const t = useText(proposals);
  if (!place && latitude === null) return null;
  return (
    <div className="place">
      <p>
        <strong>{t('field.place')}</strong> {[area, place].filter(Boolean).join(' · ')}
      </p>
      {latitude !== null && longitude !== null && (
        <div className="place-links">
          {picture?.onMap && (
            <Link to={`${paths.map}?near=${latitude.toFixed(5)},${longitude.toFixed(5)}`}>
              {t('map-around')}
            </Link>
          )}
          <a href={`geo:${latitude},${longitude}?z=${zoom}`}>{t('map-open')}</a>
          <details>
            <summary>{t('coordinates')}</summary>
            <p>
              {latitude.toFixed(5)}, {longitude.toFixed(5)}
            </p>
          </details>
        </div>
      )}
      {picture && <Picture picture={picture} label={t('map-label', { place: place ?? area })} />}
    </div>
  );
}

function Picture({ picture, label }: { picture: NonNullable<PlaceMapProps['picture']>; label: string }) {
  const { tiles, source, still } = picture;
  if (still) return <StillMap picture={still} label={label} />;
  return (
    <>
      <div className="place-map" role="img" aria-label={label}>
        {tiles.map((tile) => (
          <img
            key={tile.url}
            src={tile.url}
            alt=""
            loading="lazy"
            referrerPolicy="strict-origin"
            style={{ left: tile.left, top: tile.top }}
          />
        ))}
        <span className="place-mark" />
      </div>
      {source && (source.words || source.link) && (
        <p className="field-hint">
          {source.link ? <a href={source.link}>{source.words || source.link}</a> : source.words}
        </p>
      )}
    </>
  );
}
