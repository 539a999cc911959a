/** How a person wants mail: at once, in one mail a day or a week, or not at all. */
export const mailWays = ['immediate', 'daily', 'weekly', 'none'] as const;
export type MailWay = (typeof mailWays)[number];
