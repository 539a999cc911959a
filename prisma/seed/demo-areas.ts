/** The three communities of the demo; the names are public, the grids and everything in them invented. */
export const communities = ['421002001001', '421002002001', '421002004001'] as const;
export const district = '421002';
