import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { maps } from '~/i18n/maps';
import { useText } from '~/i18n/use-text';
import type { Place } from '~/lib/geo/distance';
import type { MapView } from '~/lib/geo/map-view';
import { paths } from '~/paths';
import type { PickingMap } from './live/pick-place';

interface Picking {
  /** Where the pin is from the start. */
  start(): Place | null;
  onPick(place: Place, area: string): void;
}

/** The area that the form around the element has chosen, whose surroundings the map shows. */
function areaOf(element: HTMLElement): string {
  const field = element.closest('form')?.elements.namedItem('areaId');
  return field && 'value' in field ? String(field.value) : '';
}

/** A map for choosing a place: its code, and what it is drawn of, come when it is opened. */
export function usePickingMap(at: RefObject<HTMLDivElement>, { start, onPick }: Picking) {
  const t = useText(maps);
  const [state, setState] = useState<'closed' | 'opening' | 'open' | 'failed'>('closed');
  const map = useRef<PickingMap | null>(null);
  const picked = useRef(onPick);
  useEffect(() => {
    picked.current = onPick;
  });
  useEffect(
    () => () => {
      map.current?.close();
      map.current = null;
    },
    [],
  );
  const fetched = async (element: HTMLElement, first: Place | null): Promise<MapView> => {
    const search = new URLSearchParams({ area: areaOf(element) });
    if (first) search.set('near', `${first.latitude},${first.longitude}`);
    const answer = await fetch(`${paths.mapBase}?${search}`);
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json() as Promise<MapView>;
  };
  const open = async (there: Place | null = start()) => {
    const element = at.current;
    if (!element || map.current) return;
    setState('opening');
    try {
      const [{ pickPlace }, view] = await Promise.all([import('./live/pick-place'), fetched(element, there)]);
      map.current = pickPlace(element, {
        ...{ view, start: there },
        words: {
          label: t('pick-map'),
          pin: t('pick-pin'),
          zoomIn: t('zoom-in'),
          zoomOut: t('zoom-out'),
        },
        onPick: (place, area) => picked.current(place, area),
      });
      setState('open');
      element.focus({ preventScroll: true });
    } catch {
      setState('failed');
    }
  };
  return {
    state,
    open,
    /** Puts the pin there, on a map that is opened for it. */
    put: async (place: Place) => (map.current ? map.current.put(place) : open(place)),
    putInMiddle: () => map.current?.putInMiddle(),
    clear: () => map.current?.clear(),
  };
}
