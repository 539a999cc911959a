/** The versions whose words may still be read. */
export const notWithdrawn = { withdrawnAt: null };
