/** What an agreement can begin with; the words of each stand in the catalogue. */
export const templateNames = ['joint-service', 'use-of-place', 'volunteering', 'subsidy'] as const;
export type TemplateName = (typeof templateNames)[number];
