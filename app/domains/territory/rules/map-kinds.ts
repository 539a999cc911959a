/** What people find their way by, in the order in which it is drawn. */
export const mapKinds = ['water', 'green', 'rail', 'street'] as const;
export type MapKind = (typeof mapKinds)[number];

/** The tags of OpenStreetMap that say it; a pattern for their values where not all of them do. */
const tags: readonly (readonly [MapKind, tag: string, values?: RegExp])[] = [
  ['water', 'waterway'],
  ['water', 'water'],
  ['water', 'natural', /^(water|bay)$/],
  ['green', 'leisure', /^(park|garden|nature_reserve)$/],
  ['green', 'landuse', /^(forest|grass|recreation_ground)$/],
  ['rail', 'railway', /^(rail|light_rail|subway)$/],
  ['street', 'highway'],
];

/** The kind of a feature by its own word, else by its tags; null for what no map here shows. */
export function mapKindOf(properties: Readonly<Record<string, unknown>>): MapKind | null {
  const own = mapKinds.find((kind) => kind === properties.kind);
  if (own) return own;
  const tagged = tags.find(([, tag, values]) => {
    const value = properties[tag];
    return typeof value === 'string' && value !== '' && (values === undefined || values.test(value));
  });
  return tagged?.[0] ?? null;
}
