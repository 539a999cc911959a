export const rateNames = ['response', 'resolution', 'satisfaction'] as const;
export type RateName = (typeof rateNames)[number];

/** Call-backs that were answered, call-backs that were asked, or orders. */
export const denominators = ['answered', 'asked', 'orders'] as const;
export type Denominator = (typeof denominators)[number];

export interface Formula {
  /** Per cent; the three add up to 100. */
  weights: Record<RateName, number>;
  denominators: Record<RateName, Denominator>;
  /** The rating, 1 to 5, from which an answer counts as satisfied 满意. */
  satisfiedFrom: number;
  /** The rating from which an answer below that counts as basically satisfied 基本满意. */
  basicFrom: number;
  /** Per cent of an answer that a basically satisfied one counts. */
  basicFactor: number;
  /** Numbers over fewer than this are marked as resting on few. */
  smallDenominator: number;
}

/**
 * What holds until an administrator decides otherwise. No official formula of the three rates is published; the
 * weights 10/50/40, the factor 0.9 of 基本满意 and the answered call-backs as denominator are those of a public
 * reporting tool for 12345 hotlines: an example, not a norm. There the response rate is the share of those called
 * back who had been contacted; here it stands over orders, so that orders that never reach a call-back count too.
 */
export const defaultFormula: Formula = {
  weights: { response: 10, resolution: 50, satisfaction: 40 },
  denominators: { response: 'orders', resolution: 'answered', satisfaction: 'answered' },
  satisfiedFrom: 4,
  basicFrom: 3,
  basicFactor: 90,
  smallDenominator: 10,
};
