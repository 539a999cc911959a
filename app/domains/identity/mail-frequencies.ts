/** How a person wants mail: at once, in one mail a day, or not at all. */
export const mailFrequencies = ['immediate', 'daily', 'none'] as const;
