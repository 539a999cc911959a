import * as L from 'leaflet';
import { openMap } from './open-map';
import type { MapWords } from './open-map';
import type { Place } from '~/lib/geo/distance';
import { holdsPlace } from '~/lib/geo/polygons';
import type { MapView } from '~/lib/geo/map-view';

export interface PickWords extends MapWords {
  pin: string;
}

export interface Picking {
  view: MapView;
  words: PickWords;
  start: Place | null;
  /** Where the pin is now, with the name of the smallest area known to lie around it. */
  onPick(place: Place, area: string): void;
}

export interface PickingMap {
  /** Puts the pin there, and shows it. */
  put(place: Place): void;
  putInMiddle(): void;
  /** Takes the pin away. */
  clear(): void;
  close(): void;
}

/** Pixels that an arrow key moves the pin; with Shift one alone. */
const step = 10;
const ways: Partial<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const closest = 16;

const pinIcon = () =>
  L.divIcon({
    html: '<svg viewBox="0 0 24 32" aria-hidden="true"><path d="M12 31S23 19 23 11A11 11 0 0 0 1 11c0 8 11 20 11 20z"/><circle cx="12" cy="11" r="4"/></svg>',
    className: 'map-pin',
    iconSize: [30, 40],
    iconAnchor: [15, 40],
  });

/** The name of the smallest of the areas on the map that holds the place; the last ones lie deepest. */
function areaAt({ areas }: MapView, place: Place): string {
  const deepest = [...areas].sort((a, b) => b.id.length - a.id.length);
  const holding = deepest.find(({ rings }) =>
    holdsPlace(
      rings.map((outer) => ({ outer, holes: [] })),
      place,
    ),
  );
  return holding?.name ?? '';
}

/** Lets arrow keys move the pin. */
function moveByKeys(map: L.Map, pin: L.Marker, put: (at: L.LatLng) => void): void {
  pin.getElement()?.addEventListener('keydown', (event) => {
    const way = ways[event.key];
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    const by = event.shiftKey ? 1 : step;
    const from = map.latLngToContainerPoint(pin.getLatLng());
    put(map.containerPointToLatLng(from.add([way[0] * by, way[1] * by])));
    map.panInside(pin.getLatLng(), { padding: [30, 50] });
  });
}

/** A map on which a pin is put by tapping, by dragging it, or by the keyboard. */
export function pickPlace(target: HTMLElement, { view, words, start, onPick }: Picking): PickingMap {
  const { map, toMap, fromMap, close } = openMap(target, view, words);
  const pin = L.marker(map.getCenter(), { icon: pinIcon(), draggable: true, autoPan: true });
  const put = (at: L.LatLng) => {
    pin.setLatLng(at);
    if (!map.hasLayer(pin)) pin.addTo(map);
    const place = fromMap(at);
    onPick(place, areaAt(view, place));
  };
  pin.on('add', () => {
    pin.getElement()?.setAttribute('aria-label', words.pin);
    moveByKeys(map, pin, put);
  });
  pin.on('dragend', () => put(pin.getLatLng()));
  map.on('click', ({ latlng }) => put(latlng));
  const putInMiddle = () => {
    put(map.getCenter());
    pin.getElement()?.focus({ preventScroll: true });
  };
  target.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.target !== target) return;
    event.preventDefault();
    putInMiddle();
  });
  const show = (place: Place) => {
    map.setView(toMap(place), Math.max(map.getZoom(), closest), { animate: false });
    put(toMap(place));
  };
  if (start) show(start);
  return { put: show, putInMiddle, clear: () => pin.remove(), close };
}
