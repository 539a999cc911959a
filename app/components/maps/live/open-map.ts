import * as L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { wgs84 } from '~/lib/geo/coordinate-systems';
import type { Place } from '~/lib/geo/distance';
import type { MapView } from '~/lib/geo/map-view';
import type { Position } from '~/lib/geo/polygons';
import { fromWgs84, toWgs84 } from '~/lib/geo/tile-systems';

export interface MapWords {
  label: string;
  zoomIn: string;
  zoomOut: string;
}

/** A map in the page, and how places (WGS-84) lie on it: its tiles may be drawn in another system. */
export interface OpenMap {
  map: L.Map;
  toMap(place: Place): L.LatLng;
  fromMap(point: L.LatLng): Place;
  /** Shows these places, or what the map was drawn for. */
  fit(places: readonly Place[]): void;
  close(): void;
}

export const mostZoom = 18;

const drawnLines: readonly string[] = ['water', 'green', 'rail', 'street'];

/** Outlines and lines below the marks: the colours are those of the style sheet. */
function draw(map: L.Map, view: MapView, at: (position: Position) => L.LatLng): void {
  const plain = { interactive: false } as const;
  const lines = L.layerGroup();
  for (const kind of drawnLines) {
    const own = view.lines.filter((one) => one.kind === kind);
    const drawn = ({ parts }: (typeof own)[number]) => parts.map((part) => part.map(at));
    for (const surface of own.filter(({ isSurface }) => isSurface))
      lines.addLayer(L.polygon(drawn(surface), { ...plain, className: `map-${kind} map-surface` }));
    // One path for all lines of a kind: a city has many streets, and a phone bears few elements.
    const open = own.filter(({ isSurface }) => !isSurface).flatMap(drawn);
    if (open.length > 0) lines.addLayer(L.polyline(open, { ...plain, className: `map-${kind}` }));
  }
  const outlines = L.polygon(
    view.areas.map(({ rings }) => rings.map((ring) => ring.map(at))),
    { ...plain, className: 'map-outline', fill: false },
  );
  if (!view.tiles) lines.addTo(map);
  outlines.addTo(map);
  if (view.tiles) addTiles(map, view.tiles, () => lines.addTo(map));
}

function addTiles(map: L.Map, tiles: NonNullable<MapView['tiles']>, onMissing: () => void): void {
  const said = document.createElement('span');
  said.textContent = tiles.words;
  if (tiles.link) {
    const link = document.createElement('a');
    link.href = tiles.link;
    link.textContent = tiles.words || tiles.link;
    said.replaceChildren(link);
  }
  const layer = L.tileLayer(tiles.url, {
    maxZoom: mostZoom,
    attribution: said.innerHTML,
    // Services of tiles ask from whose page they are called: they learn the portal, never the page.
    referrerPolicy: 'strict-origin',
  });
  // Out of reach: what the portal has itself is shown.
  layer.once('tileerror', onMissing);
  layer.addTo(map);
}

/** An empty map that knows how to behave on a page. */
function emptyMap(element: HTMLElement, words: MapWords): L.Map {
  const moves = !window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = L.map(element, {
    zoomControl: false,
    // A page is scrolled past a map: the wheel is its own once somebody works in it.
    scrollWheelZoom: false,
    ...{ zoomAnimation: moves, fadeAnimation: moves, markerZoomAnimation: moves, inertia: moves },
    maxZoom: mostZoom,
  });
  map.attributionControl.setPrefix(false);
  L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
  map.on('focus', () => map.scrollWheelZoom.enable());
  map.on('blur', () => map.scrollWheelZoom.disable());
  element.setAttribute('role', 'region');
  element.setAttribute('aria-label', words.label);
  return map;
}

/** All of China, where nobody has said where anything is. */
const [middle, whole] = [[33, 108], 4] as const;

/** Puts a map into the element. */
export function openMap(element: HTMLElement, view: MapView, words: MapWords): OpenMap {
  const map = emptyMap(element, words);
  const system = view.tiles?.system ?? wgs84;
  const toMap = (place: Place) => {
    const { latitude, longitude } = fromWgs84(place, system);
    return L.latLng(latitude, longitude);
  };
  const fromMap = (point: L.LatLng) => {
    const { lat, lng } = point.wrap();
    return toWgs84({ latitude: lat, longitude: lng }, system);
  };
  const fit = (places: readonly Place[]) => {
    const shown = (places.length > 0 ? places : cornersOf(view)).map(toMap);
    if (shown.length === 0) map.setView([...middle], whole);
    else map.fitBounds(L.latLngBounds(shown), { padding: [24, 24], maxZoom: 16, animate: false });
  };
  fit([]);
  draw(map, view, ([longitude, latitude]) => toMap({ latitude, longitude }));
  return { map, toMap, fromMap, fit, close: () => map.remove() };
}

function cornersOf({ frame }: MapView): Place[] {
  if (!frame) return [];
  return [
    { latitude: frame.south, longitude: frame.west },
    { latitude: frame.north, longitude: frame.east },
  ];
}
