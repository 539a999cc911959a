import { useCallback, useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { Mark } from './live/show-matters';
import { useKindName, useStateName } from './state-name';
import { StillMap } from './still-map';
import { paths, pathOfSubject } from '~/paths';
import type { Stage } from '~/domains/stages';
import { textIn } from '~/i18n/catalogue';
import { maps } from '~/i18n/maps';
import type { Locale } from '~/i18n/locale';
import { useLocale, useText } from '~/i18n/use-text';
import type { MapView } from '~/lib/geo/map-view';
import type { StillPicture } from '~/lib/geo/still-picture';
import { whenIdle, whenSeen } from '~/lib/when-idle';

export interface MatterMapProps {
  /** How many are on it. */
  count: number;
  /** None where nobody has said where anything is: then there are tiles alone. */
  picture: StillPicture<Stage> | null;
  /** What the page asks for, as its address has it. */
  narrowed: string;
  /** What the picture shows, where that is more than a number of matters. */
  label?: string;
}

/** A matter as the portal answers it (`/map/marks`). */
type Told = Omit<Mark, 'words' | 'href'> & { kind: string; state: string };

async function answered<Answer>(path: string): Promise<Answer> {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}`);
  return (await answer.json()) as Answer;
}

/** The words and addresses of the marks, as a map that React does not draw takes them. */
function useMarked(): (told: readonly Told[]) => Mark[] {
  const kindName = useKindName();
  const stateName = useStateName();
  return useCallback(
    (told) =>
      told.map((matter) => ({
        ...matter,
        words: `${kindName(matter.kind)} · ${stateName(matter)}`,
        href: pathOfSubject(matter.kind, matter.id),
      })),
    [kindName, stateName],
  );
}

function wordsIn(locale: Locale) {
  const t = textIn(locale, maps);
  return {
    label: t('live'),
    ...{ zoomIn: t('zoom-in'), zoomOut: t('zoom-out'), close: t('close') },
    cluster: (count: number) => t('cluster', { count }),
    samePlace: (count: number) => t('same-place', { count }),
  };
}

/**
 * Opens the map that moves in the element, where scripts run and it is seen; true once it is there. It comes in slices,
 * each when the browser has nothing else to do.
 */
function useLiveMap(at: RefObject<HTMLDivElement>, narrowed: string): boolean {
  const locale = useLocale();
  const [live, setLive] = useState(false);
  const marked = useMarked();
  useEffect(() => {
    let left = false;
    let close: (() => void) | undefined;
    const open = async (target: HTMLDivElement) => {
      await whenSeen(target);
      await whenIdle();
      const [{ showMatters }, view, { marks }] = await Promise.all([
        import('./live/show-matters'),
        answered<MapView>(`${paths.mapBase}?${narrowed}`),
        answered<{ marks: Told[] }>(`${paths.mapMarks}?${narrowed}`),
      ]);
      await whenIdle();
      if (left) return;
      close = showMatters(target, { view, marks: marked(marks), words: wordsIn(locale) });
      setLive(true);
    };
    // Without it the picture stays, and the list.
    if (at.current) void open(at.current).catch(() => undefined);
    return () => {
      left = true;
      close?.();
      setLive(false);
    };
  }, [at, narrowed, marked, locale]);
  return live;
}

/** The map: a picture from the server, in whose place comes one that moves where scripts run. */
export function MatterMap({ count, picture, narrowed, label }: MatterMapProps) {
  const t = useText(maps);
  const frame = useRef<HTMLDivElement>(null);
  const live = useLiveMap(frame, narrowed);
  return (
    <div className="map-frame" data-live={live ? '' : undefined}>
      {!live && picture && <StillMap picture={picture} label={label ?? t('picture', { count })} />}
      <div ref={frame} className="live-map" />
    </div>
  );
}
