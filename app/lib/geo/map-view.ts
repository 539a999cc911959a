import type { CoordinateSystem } from './coordinate-systems';
import type { Frame } from './frame';
import type { Position } from './polygons';

/** Where the background of maps comes from, where the portal has one. */
export interface TileSource {
  /** Template with {z}, {x}, {y}, and maybe {s}. */
  url: string;
  /** Whose they are, and where that is told; empty where it is not. */
  words: string;
  link: string;
  system: CoordinateSystem;
}

/** What a map is drawn of, as browsers get it. */
export interface MapView {
  frame: Frame | null;
  areas: { id: string; name: string; rings: (readonly Position[])[] }[];
  lines: { kind: string; name: string | null; isSurface: boolean; parts: (readonly Position[])[] }[];
  tiles: TileSource | null;
}
