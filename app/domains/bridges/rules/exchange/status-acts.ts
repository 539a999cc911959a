/** What a status of another system can do to an order here (apart from the schema, as browsers list them without what checks forms). */
export const statusActs = ['accept', 'finish', 'note', 'ignore'] as const;
export type StatusAct = (typeof statusActs)[number];
