import { isOneOf } from '~/lib/known-words';

/** Sources of limits that are the portal's own: keys, whose words stand in the catalogue. Others are words as entered. */
export const ownSources = ['own:dispatch', 'own:set-by-person', 'own:general', 'own:urgent'] as const;
export type OwnSource = (typeof ownSources)[number];

export function isOwnSource(source: string): source is OwnSource {
  return isOneOf(ownSources, source);
}

/** 工作时 or 自然时: whether nights and holidays count, too. */
export const limitTimes = ['working', 'natural'] as const;
export type LimitTime = (typeof limitTimes)[number];

export const limitTimeOf = (text: string): LimitTime => limitTimes.find((time) => time === text) ?? 'working';

export interface LimitRule {
  /** Empty stands for any. */
  category: string;
  level: string;
  urgency: string;
  /** Hours in which the department accepts. */
  responseHours: number;
  responseTime: LimitTime;
  /** Days in which the matter is resolved; a natural day has 24 hours. */
  resolutionDays: number;
  resolutionTime: LimitTime;
  /** One of `ownSources`, or words. */
  source: string;
}

/**
 * Limits where no administrator has entered any. Five working days: 潍坊 Art 20 and 济南 Art 24 of their hotline
 * rules; cities differ. The response hours and the urgent limit are this portal's own.
 */
export const defaultLimits: readonly LimitRule[] = [
  {
    category: '',
    level: '',
    urgency: '',
    responseHours: 7,
    responseTime: 'working',
    resolutionDays: 5,
    resolutionTime: 'working',
    source: 'own:general' satisfies OwnSource,
  },
  {
    category: '',
    level: '',
    urgency: 'urgent',
    responseHours: 2,
    responseTime: 'working',
    resolutionDays: 1,
    resolutionTime: 'working',
    source: 'own:urgent' satisfies OwnSource,
  },
];

/** Working hours in which an order that lies with nobody is dispatched; the portal's own. */
export const dispatchHours = 7;

const weights = { category: 4, urgency: 2, level: 1 } as const;

/**
 * The rule for an order: the most exact one that fits, category before urgency before level. Null where none fits.
 */
export function chooseLimit(
  rules: readonly LimitRule[],
  order: { category: string; level: string; urgency: string },
): LimitRule | null {
  const fields = ['category', 'urgency', 'level'] as const;
  let best: { rule: LimitRule; weight: number } | null = null;
  for (const rule of rules) {
    if (!fields.every((field) => rule[field] === '' || rule[field] === order[field])) continue;
    const weight = fields.reduce((sum, field) => sum + (rule[field] === '' ? 0 : weights[field]), 0);
    if (!best || weight > best.weight) best = { rule, weight };
  }
  return best?.rule ?? null;
}
