/** What is recorded of volunteers (apart from the schema, as browsers list them without what checks forms). */
export const awardKinds = ['training', 'honour'] as const;
