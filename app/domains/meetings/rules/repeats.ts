/** How a series recurs: apart from the rule itself, so that a form does not load what finds the dates. */
export const repeats = ['none', 'weekly', 'fortnightly', 'monthly'] as const;
export type Repeat = (typeof repeats)[number];
