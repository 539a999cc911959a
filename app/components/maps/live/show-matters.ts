import * as L from 'leaflet';
import Supercluster from 'supercluster';
import { mostZoom, openMap } from './open-map';
import type { MapWords, OpenMap } from './open-map';
import { iconOfTone, toneOfStage } from '~/components/ui/figures/tone';
import { strokesOf } from '~/components/ui/icon';
import type { IconName } from '~/components/ui/icon';
import type { Stage } from '~/domains/stages';
import type { Place } from '~/lib/geo/distance';
import type { MapView } from '~/lib/geo/map-view';
import { whenIdle } from '~/lib/when-idle';

export interface Mark extends Place {
  id: string;
  title: string;
  stage: Stage;
  /** Its kind and state. */
  words: string;
  href: string;
}

export interface MarkWords extends MapWords {
  close: string;
  cluster(count: number): string;
  samePlace(count: number): string;
}

const size = 30;
const mostInBubble = 30;
/** Pixels within which marks are one: each can be hit. */
const apart = 56;
const tileSize = 256;

function element(name: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

const svg = 'http://www.w3.org/2000/svg';

function drawing(name: IconName): SVGElement {
  const picture = document.createElementNS(svg, 'svg');
  picture.setAttribute('viewBox', '0 0 24 24');
  picture.setAttribute('class', 'icon');
  picture.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', strokesOf(name));
  picture.append(path);
  return picture;
}

function markIcon(stage: Stage): L.DivIcon {
  const tone = toneOfStage(stage);
  const icon = iconOfTone(tone);
  const html = element('span', `map-mark tone-${tone}`);
  if (icon) html.append(drawing(icon));
  return L.divIcon({ html, className: 'map-icon', iconSize: [size, size] });
}

const clusterIcon = (count: number) =>
  L.divIcon({
    html: element('span', 'map-mark map-cluster', String(count)),
    className: 'map-icon',
    iconSize: [size + 6, size + 6],
  });

/** What the bubble over a place says: each matter with the way to it. */
function bubble(marks: readonly Mark[], head: string): HTMLElement {
  const box = element('div', 'map-bubble');
  if (head) box.append(element('strong', '', head));
  const list = box.appendChild(element('ul', ''));
  for (const { title, words, href } of marks) {
    const item = list.appendChild(element('li', ''));
    const link = document.createElement('a');
    link.href = href;
    link.textContent = title;
    item.append(link, element('span', 'map-bubble-words', words));
  }
  return box;
}

type Index = Supercluster<Mark>;
type Feature = ReturnType<Index['getClusters']>[number];

function marker(at: L.LatLng, icon: L.DivIcon, title: string): L.Marker {
  const made = L.marker(at, { icon, title, alt: title });
  made.on('add', () => made.getElement()?.setAttribute('aria-label', title));
  return made;
}

/** A single mark, or a number in the place of many: it leads nearer, or lists what nothing tells apart. */
function layerOf(feature: Feature, { map }: OpenMap, about: { index: Index; words: MarkWords }): L.Marker {
  const [longitude = 0, latitude = 0] = feature.geometry.coordinates;
  const at = L.latLng(latitude, longitude);
  const { properties } = feature;
  if (!properties || !('cluster' in properties)) {
    const mark = properties as Mark;
    return marker(at, markIcon(mark.stage), `${mark.title} · ${mark.words}`).bindPopup(bubble([mark], ''));
  }
  const { index, words } = about;
  const { cluster_id: id, point_count: count } = properties;
  const zoom = index.getClusterExpansionZoom(id);
  if (zoom < mostZoom) {
    const nearer = () => map.setView(at, zoom);
    return marker(at, clusterIcon(count), words.cluster(count))
      .on('click', nearer)
      .on('keypress', ({ originalEvent }) => originalEvent.key === 'Enter' && nearer());
  }
  const all = index.getLeaves(id, mostInBubble).map((leaf) => leaf.properties);
  return marker(at, clusterIcon(count), words.samePlace(count)).bindPopup(
    bubble(all, words.samePlace(count)),
  );
}

function keyOf({ properties }: Feature): string {
  if (!properties) return '';
  return 'cluster' in properties ? `of ${properties.cluster_id}` : properties.id;
}

/** In the map's own system, so that what is gathered is what lies on each other there. */
function indexOf(opened: OpenMap, marks: readonly Mark[]): Index {
  const index: Index = new Supercluster<Mark>({ radius: apart, extent: tileSize, maxZoom: mostZoom - 1 });
  return index.load(
    marks.map((mark) => {
      const { lng, lat } = opened.toMap(mark);
      return { type: 'Feature', properties: mark, geometry: { type: 'Point', coordinates: [lng, lat] } };
    }),
  ) as Index;
}

type Shown = Map<string, L.Marker>;

/** Puts marks where they belong now. What stays is not made anew: it may have the focus, or an open bubble. */
function refresh(opened: OpenMap, shown: Shown, about: { index: Index; words: MarkWords }): void {
  const { map } = opened;
  const bounds = map.getBounds().pad(0.2);
  const box: [number, number, number, number] = [
    bounds.getWest(),
    bounds.getSouth(),
    bounds.getEast(),
    bounds.getNorth(),
  ];
  const features = about.index.getClusters(box, Math.round(map.getZoom()));
  const wanted = new Map(features.map((feature) => [keyOf(feature), feature]));
  for (const [key, layer] of shown) {
    if (wanted.has(key) || layer.isPopupOpen()) continue;
    if (layer.getElement() === document.activeElement) map.getContainer().focus({ preventScroll: true });
    layer.remove();
    shown.delete(key);
  }
  for (const [key, feature] of wanted)
    if (!shown.has(key)) shown.set(key, layerOf(feature, opened, about).addTo(map));
}

/** A bubble that opens is where the keyboard goes on, and its cross has words. */
function enterBubble({ popup }: L.PopupEvent, words: MarkWords): void {
  const box = popup.getElement();
  const close = box?.querySelector('.leaflet-popup-close-button');
  close?.setAttribute('aria-label', words.close);
  close?.setAttribute('title', words.close);
  box?.querySelector<HTMLElement>('.map-bubble a')?.focus({ preventScroll: true });
}

/** Shows the matters on a map in the element; answers what takes it away again. */
export function showMatters(
  target: HTMLElement,
  { view, marks, words }: { view: MapView; marks: readonly Mark[]; words: MarkWords },
): () => void {
  const opened = openMap(target, view, words);
  const { map } = opened;
  opened.fit(marks);
  const shown: Shown = new Map();
  let index: Index | undefined;
  let closed = false;
  const show = () => index && refresh(opened, shown, { index, words });
  map.on('moveend', show);
  // The map first, and what is on it in a slice of its own.
  void whenIdle().then(() => {
    if (closed) return;
    index = indexOf(opened, marks);
    show();
  });
  map.on('popupopen', (event) => enterBubble(event, words));
  map.on('popupclose', ({ popup }) => {
    // Back to the mark from which it was opened, and not to the beginning of the page.
    const from = [...shown.values()].find((layer) => layer.getPopup() === popup);
    from?.getElement()?.focus({ preventScroll: true });
    show();
  });
  // Leaflet hears it only while the map itself has the focus.
  const escape = ({ key }: KeyboardEvent) => key === 'Escape' && map.closePopup();
  target.addEventListener('keydown', escape);
  return () => {
    closed = true;
    target.removeEventListener('keydown', escape);
    opened.close();
  };
}
