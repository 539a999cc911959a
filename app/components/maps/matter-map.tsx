import { useEffect, useMemo, useRef, useState } from 'react';
import type { MatterOnMap } from './matter-list';
import { useKindName, useStateName } from './state-name';
import { StillMap } from './still-map';
import { paths, pathOfSubject } from '~/paths';
import type { Stage } from '~/domains/stages';
import { maps } from '~/i18n/maps';
import { useText } from '~/i18n/use-text';
import type { Place } from '~/lib/geo/distance';
import type { StillPicture } from '~/lib/geo/still-picture';

export interface MatterMapProps {
  matters: readonly MatterOnMap[];
  picture: StillPicture<Stage>;
  area: string;
  near: Place | null;
}

function baseOf({ area, near }: Pick<MatterMapProps, 'area' | 'near'>): string {
  const search = new URLSearchParams();
  if (area) search.set('area', area);
  if (near) search.set('near', `${near.latitude},${near.longitude}`);
  return `${paths.mapBase}?${search}`;
}

/** The words and addresses of the marks, as a map that React does not draw takes them. */
function useMarks(matters: readonly MatterOnMap[]) {
  const kindName = useKindName();
  const stateName = useStateName();
  return useMemo(
    () =>
      matters.map((matter) => ({
        ...matter,
        words: `${kindName(matter.kind)} · ${stateName(matter)}`,
        href: pathOfSubject(matter.kind, matter.id),
      })),
    // The words change with the page's language alone, and then the whole page is another.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [matters],
  );
}

/** The map: a picture from the server, in whose place comes one that moves where scripts run. */
export function MatterMap(props: MatterMapProps) {
  const { matters, picture, area, near } = props;
  const t = useText(maps);
  const frame = useRef<HTMLDivElement>(null);
  const [live, setLive] = useState(false);
  const marks = useMarks(matters);
  const base = baseOf({ area, near });
  useEffect(() => {
    let left = false;
    let close: (() => void) | undefined;
    const open = async () => {
      const [{ showMatters }, answer] = await Promise.all([import('./live/show-matters'), fetch(base)]);
      if (left || !frame.current || !answer.ok) return;
      const words = {
        label: t('live'),
        ...{ zoomIn: t('zoom-in'), zoomOut: t('zoom-out'), close: t('close') },
        cluster: (count: number) => t('cluster', { count }),
        samePlace: (count: number) => t('same-place', { count }),
      };
      close = showMatters(frame.current, { view: await answer.json(), marks, words });
      setLive(true);
    };
    // Without it the picture stays, and the list.
    void open().catch(() => undefined);
    return () => {
      left = true;
      close?.();
      setLive(false);
    };
  }, [base, marks, t]);
  return (
    <div className="map-frame" data-live={live ? '' : undefined}>
      {!live && <StillMap picture={picture} label={t('picture', { count: matters.length })} />}
      <div ref={frame} className="live-map" />
    </div>
  );
}
