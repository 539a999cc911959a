/** What was kept for a person, and what lies open under an address of theirs alone, is dropped by this topic. */
export const personTopic = (personId: string) => `person:${personId}`;
