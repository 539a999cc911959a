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

/** What the map is drawn of: around the place, or around the area that the form has chosen. */
async function viewFor(element: HTMLElement, first: Place | null): Promise<MapView> {
  const search = new URLSearchParams({ area: areaOf(element) });
  if (first) search.set('near', `${first.latitude},${first.longitude}`);
  const answer = await fetch(`${paths.mapBase}?${search}`);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json() as Promise<MapView>;
}

/** The newest of a function that changes with each render. */
function useNewest<Value>(value: Value) {
  const newest = useRef(value);
  useEffect(() => {
    newest.current = value;
  });
  return newest;
}

/** A map for choosing a place: its code, and what it is drawn of, come when it is opened. */
export function usePickingMap(at: RefObject<HTMLDivElement>, { start, onPick }: Picking) {
  const t = useText(maps);
  const [state, setState] = useState<'closed' | 'opening' | 'open' | 'failed'>('closed');
  const map = useRef<PickingMap | null>(null);
  const picked = useNewest(onPick);
  useEffect(() => () => map.current?.close(), []);
  const open = async (there: Place | null = start()) => {
    const element = at.current;
    if (!element || map.current || state === 'opening') return;
    setState('opening');
    const words = {
      ...{ label: t('pick-map'), pin: t('pick-pin') },
      ...{ zoomIn: t('zoom-in'), zoomOut: t('zoom-out') },
    };
    try {
      const [{ pickPlace }, view] = await Promise.all([import('./live/pick-place'), viewFor(element, there)]);
      const tell: Picking['onPick'] = (place, area) => picked.current(place, area);
      // Where the fields say by now: something may have been found, or typed, while the map was on its way.
      map.current = pickPlace(element, { view, words, start: start(), onPick: tell });
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
