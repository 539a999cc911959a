/** URLs of the own account that its first page alone leads to: apart, so that no other page carries them. */
export const accountPaths = {
  address: '/account/address',
  realName: '/account/real-name',
} as const;

/** Where staff writes down whose document was shown. */
export const identityCounterPath = '/moderation/identities';

/** Where a parent or guardian agrees to the account of a child. */
export const guardianPath = (token: string) => `/register/guardian/${token}`;
