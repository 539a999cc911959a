/** What matters are about, the same for proposals, feedback and work orders. */
export const categories = [
  'roads-traffic',
  'environment',
  'housing',
  'elderly-care',
  'children-schools',
  'health',
  'culture-sports',
  'safety',
  'greening',
  'facilities',
  'commerce',
  'other',
] as const;
export type Category = (typeof categories)[number];
