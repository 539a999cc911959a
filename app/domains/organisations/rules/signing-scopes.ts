/** What a signatory may be named for: everything, or one kind of agreement. */
export const signingScopes = ['all', 'joint-service', 'use-of-place', 'volunteering', 'subsidy'] as const;
