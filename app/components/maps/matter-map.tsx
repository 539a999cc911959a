import { useEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { MatterOnMap } from './matter-list';
import { useKindName, useStateName } from './state-name';
import { StillMap } from './still-map';
import { paths, pathOfSubject } from '~/paths';
import type { Stage } from '~/domains/stages';
import { maps } from '~/i18n/maps';
import { useText } from '~/i18n/use-text';
import type { Place } from '~/lib/geo/distance';
import type { MapView } from '~/lib/geo/map-view';
import type { StillPicture } from '~/lib/geo/still-picture';

export interface MatterMapProps {
  matters: readonly MatterOnMap[];
  /** None where nobody has said where anything is: then there are tiles alone. */
  picture: StillPicture<Stage> | null;
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
    [matters, kindName, stateName],
  );
}

/** Opens the map that moves in the element, where scripts run; true once it is there. */
function useLiveMap(at: RefObject<HTMLDivElement>, props: MatterMapProps): boolean {
  const t = useText(maps);
  const [live, setLive] = useState(false);
  const marks = useMarks(props.matters);
  const base = baseOf(props);
  useEffect(() => {
    let left = false;
    let close: (() => void) | undefined;
    const words = {
      label: t('live'),
      ...{ zoomIn: t('zoom-in'), zoomOut: t('zoom-out'), close: t('close') },
      cluster: (count: number) => t('cluster', { count }),
      samePlace: (count: number) => t('same-place', { count }),
    };
    const open = async () => {
      const [{ showMatters }, answer] = await Promise.all([import('./live/show-matters'), fetch(base)]);
      if (!answer.ok) return;
      const view = (await answer.json()) as MapView;
      if (left || !at.current) return;
      close = showMatters(at.current, { view, marks, words });
      setLive(true);
    };
    // Without it the picture stays, and the list.
    void open().catch(() => undefined);
    return () => {
      left = true;
      close?.();
      setLive(false);
    };
  }, [at, base, marks, t]);
  return live;
}

/** The map: a picture from the server, in whose place comes one that moves where scripts run. */
export function MatterMap(props: MatterMapProps) {
  const t = useText(maps);
  const frame = useRef<HTMLDivElement>(null);
  const live = useLiveMap(frame, props);
  return (
    <div className="map-frame" data-live={live ? '' : undefined}>
      {!live && props.picture && (
        <StillMap picture={props.picture} label={t('picture', { count: props.matters.length })} />
      )}
      <div ref={frame} className="live-map" />
    </div>
  );
}
