import { LinkButton, Section } from '~/components/ui';
import { paths } from '~/paths';
import type { Stage } from '~/domains/stages';
import { maps } from '~/i18n/maps';
import { useText } from '~/i18n/use-text';
import type { StillPicture } from '~/lib/geo/still-picture';
import { MatterList } from './matter-list';
import type { ListedMatter } from './matter-list';
import { MatterMap } from './matter-map';

export interface AreaMapProps {
  area: { id: string; name: string };
  /** None where nobody has said where anything is. */
  picture: StillPicture<Stage> | null;
  tiles: boolean;
  /** The newest of them. */
  matters: readonly ListedMatter[];
  count: number;
}

/** What an area looks like: its outline and those around and below it, with what goes on there, and the same as a list. */
export function AreaMap({ area, picture, tiles, matters, count }: AreaMapProps) {
  const t = useText(maps);
  const narrowed = new URLSearchParams({ area: area.id }).toString();
  return (
    <Section title={t('of-area')}>
      <div className="map-layout">
        {(picture || tiles) && (
          <MatterMap {...{ count, picture, narrowed }} label={t('picture-of', { name: area.name, count })} />
        )}
        <div>
          <p>{t('count', { count })}</p>
          <MatterList matters={matters} />
          <LinkButton variant="quiet" size="small" to={`${paths.map}?${narrowed}`}>
            {t('of-area-all')}
          </LinkButton>
        </div>
      </div>
    </Section>
  );
}
