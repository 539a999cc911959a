/** The longest edge of a picture as it is kept, in pixels. */
export const longestEdge = 1600;

/** The longest edges of the smaller sizes that are kept beside it: for lists on a sharp screen, and for a page's width. */
export const smallerEdges = [320, 800] as const;
export type SmallerEdge = (typeof smallerEdges)[number];

interface Measures {
  width: number;
  height: number;
}

/** Which smaller sizes a picture has: none that is as large as itself. */
export function edgesOf({ width, height }: Measures): SmallerEdge[] {
  return smallerEdges.filter((edge) => edge < Math.max(width, height));
}

/** How wide a picture is at a size, in whole pixels, as it is scaled by its longest edge. */
export function widthAt({ width, height }: Measures, edge: SmallerEdge): number {
  return Math.max(1, Math.round((width * edge) / Math.max(width, height)));
}

/** The edge that an address asks for; null where it asks for the whole picture, or for a size that there is not. */
export function edgeAsked(text: string | null): SmallerEdge | null {
  return smallerEdges.find((edge) => String(edge) === text) ?? null;
}
