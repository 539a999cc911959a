import { useNavigate, useSearchParams } from '@remix-run/react';
import { useState } from 'react';
import { whereAmI } from './where-am-i';
import type { Nowhere } from './where-am-i';
import { Icon, useHydrated } from '~/components/ui';
import { maps } from '~/i18n/maps';
import { useText } from '~/i18n/use-text';

/** A hundred metres: nearer nobody has to say where they stand, to find what is near. */
const digits = 3;

/** Sorts the map by how near things are; without scripts the filter takes a place in numbers. */
export function NearMe() {
  const t = useText(maps);
  const hydrated = useHydrated();
  const navigate = useNavigate();
  const [asked] = useSearchParams();
  const [said, setSaid] = useState<Nowhere | 'asking' | null>(null);
  if (!hydrated) return null;
  const go = async () => {
    setSaid('asking');
    const place = await whereAmI();
    if (typeof place === 'string') return setSaid(place);
    setSaid(null);
    const search = new URLSearchParams(asked);
    search.set('near', `${place.latitude.toFixed(digits)},${place.longitude.toFixed(digits)}`);
    navigate(`?${search}`);
  };
  return (
    <div className="form-actions near-me">
      <button type="button" className="button button-secondary button-small" onClick={() => void go()}>
        <Icon name="place" />
        {t('near-me')}
      </button>
      <span role="status">{said === 'asking' ? t('near-asking') : said && t(`here-${said}`)}</span>
    </div>
  );
}
