import { isWithin } from '../../actor';
import { metresBetween } from '~/lib/geo/distance';
import { SimilarIndex } from '~/lib/similar-texts/similar-index';

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
/** On labelled pairs it finds 94 of 100 that mean the same, and 6 of 100 that have nothing to do with each other. */
const leastText = 0.35;

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
  return isWithin(left.areaId, right.areaId) || isWithin(right.areaId, left.areaId) ? 0.5 : 0;
}

/** How near two orders are to each other in place and time, given how near their words are. The same both ways. */
export function nearness(left: ComparedOrder, right: ComparedOrder, text: number): Nearness {
  const days = Math.abs(left.createdAt.getTime() - right.createdAt.getTime()) / (24 * 3600_000);
  const time = Math.max(0, 1 - days / nearDays);
  const place = placeNearness(left, right);
  const score = weights.place * place + weights.time * time + weights.text * text;
  return { place, time, text, score };
}

const titleOf = ({ title }: ComparedOrder) => title;
const wordsOf = ({ title, description }: ComparedOrder) => `${title} ${description}`;

/** How near the words of the others are to those of the order, by id; by titles or with descriptions, as they are nearer. */
function textNearness(order: ComparedOrder, others: readonly ComparedOrder[]): Map<string, number> {
  const nearest = new Map<string, number>();
  for (const textOf of [titleOf, wordsOf]) {
    const index = new SimilarIndex();
    for (const one of [order, ...others]) index.add({ id: one.id, title: textOf(one) });
    for (const { id, score } of index.nearest(textOf(order), { limit: others.length + 1, least: 0 }))
      nearest.set(id, Math.max(score, nearest.get(id) ?? 0));
  }
  return nearest;
}

/** The orders that may be the same matter, the nearest first; ties by id. Their texts must have something in common. */
export function nearDuplicates<Order extends ComparedOrder>(
  order: ComparedOrder,
  candidates: readonly Order[],
  most = 5,
): { order: Order; nearness: Nearness }[] {
  const others = candidates.filter((other) => other.id !== order.id);
  const texts = textNearness(order, others);
  return others
    .map((other) => ({ order: other, nearness: nearness(order, other, texts.get(other.id) ?? 0) }))
    .filter(({ nearness: near }) => near.score >= leastScore && near.text >= leastText)
    .sort((a, b) => b.nearness.score - a.nearness.score || (a.order.id < b.order.id ? -1 : 1))
    .slice(0, most);
}
