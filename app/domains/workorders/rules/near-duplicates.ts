export interface ComparedOrder {
  id: string;
  areaId: string;
  category: string;
  title: string;
  description: string;
  latitude: number | null;
  longitude: number | null;
  createdAt: Date;
}

export interface Nearness {
  /** 0 to 1 each: place, time, text; and their weighted sum. */
  place: number;
  time: number;
  text: number;
  score: number;
}

/** Texts weigh most: the same place and week hold many different matters. */
const weights = { place: 0.3, time: 0.15, text: 0.55 } as const;
const nearMetres = 300;
const nearDays = 30;
/** Pairs below are not shown. */
export const leastScore = 0.5;
const leastText = 0.25;

/** The pairs of neighbouring characters, without punctuation and case; each pair once. */
export function bigrams(text: string): Set<string> {
  const letters = [...text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`));
}

/** Dice's coefficient of the bigrams: 1 for equal texts, 0 where no pair is shared. */
export function textNearness(left: string, right: string): number {
  const [a, b] = [bigrams(left), bigrams(right)];
  if (a.size + b.size === 0) return 0;
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return (2 * shared) / (a.size + b.size);
}

/** Metres between two points; good enough within a city. */
export function metresBetween(
  a: { latitude: number; longitude: number },
  b: { latitude: number; longitude: number },
): number {
  const metresPerDegree = 111_320;
  const north = (a.latitude - b.latitude) * metresPerDegree;
  const east = (a.longitude - b.longitude) * metresPerDegree * Math.cos((a.latitude * Math.PI) / 180);
  return Math.hypot(north, east);
}

function placeNearness(left: ComparedOrder, right: ComparedOrder): number {
  if (
    left.latitude !== null &&
    left.longitude !== null &&
    right.latitude !== null &&
    right.longitude !== null
  ) {
    const metres = metresBetween(
      { latitude: left.latitude, longitude: left.longitude },
      { latitude: right.latitude, longitude: right.longitude },
    );
    return Math.max(0, 1 - metres / nearMetres);
  }
  if (left.areaId === right.areaId) return 1;
  return left.areaId.startsWith(right.areaId) || right.areaId.startsWith(left.areaId) ? 0.5 : 0;
}

/** How near two orders are to each other in place, time and text. Symmetric; 1 for an order and itself. */
export function nearness(left: ComparedOrder, right: ComparedOrder): Nearness {
  const days = Math.abs(left.createdAt.getTime() - right.createdAt.getTime()) / (24 * 3600_000);
  const time = Math.max(0, 1 - days / nearDays);
  const place = placeNearness(left, right);
  const text = Math.max(
    textNearness(left.title, right.title),
    textNearness(`${left.title}${left.description}`, `${right.title}${right.description}`),
  );
  const score = weights.place * place + weights.time * time + weights.text * text;
  return { place, time, text, score };
}

/** The orders that may be the same matter, the nearest first; ties by id. Their texts must have something in common. */
export function nearDuplicates<Order extends ComparedOrder>(
  order: ComparedOrder,
  others: readonly Order[],
  most = 5,
): { order: Order; nearness: Nearness }[] {
  return others
    .filter((other) => other.id !== order.id)
    .map((other) => ({ order: other, nearness: nearness(order, other) }))
    .filter(({ nearness: near }) => near.score >= leastScore && near.text >= leastText)
    .sort((a, b) => b.nearness.score - a.nearness.score || (a.order.id < b.order.id ? -1 : 1))
    .slice(0, most);
}
