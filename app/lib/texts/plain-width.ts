/** No number, amount, year or telephone is longer as people type it. */
const longest = 100;

/**
 * A short text with full-width digits and signs as plain ones (NFKC). What is longer is no number and stays as it is:
 * signs that are laid over one another, repeated, take the square of their number to be put in order.
 */
export const plainWidth = (text: string): string => (text.length > longest ? text : text.normalize('NFKC'));
