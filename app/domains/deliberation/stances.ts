/** How a comment stands to what it is about; apart from the form's schema, so that pages need not load the checks. */
export const stances = ['for', 'against', 'question'] as const;
