/** Under it the portal's logo hangs on the portal. */
export const logoKind = 'portal-logo';
