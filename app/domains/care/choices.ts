/** What forms offer, apart from their schemas: browsers need no more. */

/** What somebody may need, as they say it. */
export const careKinds = [
  'living-alone',
  'mobility',
  'medication',
  'meals',
  'senses',
  'language',
  'company',
  'other',
] as const;

/** By what somebody states a need: the own one, that of a child under 14, of a ward, of somebody who agreed. */
export const entitlements = ['self', 'parent', 'guardian', 'agreed'] as const;
/** So many days lie between two contacts at most. */
export const rhythms = [1, 2, 7, 14, 30] as const;
export const taskKinds = ['visit', 'call'] as const;
/** For what the staff opens an entry. */
export const lookPurposes = ['answer', 'plan', 'contact', 'follow-up'] as const;
export type LookPurpose = (typeof lookPurposes)[number];
/** What whoever was there may record. */
export const recordedAs = ['done', 'not-met', 'follow-up'] as const;
