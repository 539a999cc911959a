/** URLs of the own account that its first page alone leads to: apart, so that no other page carries them. */
export const accountPaths = {
  address: '/account/address',
} as const;
