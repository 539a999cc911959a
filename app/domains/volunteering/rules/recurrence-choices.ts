/** What organisers choose from in place of writing a rule; apart from the rules themselves, which browsers do without. */
export const frequencies = ['daily', 'weekly', 'monthly'] as const;
export const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
