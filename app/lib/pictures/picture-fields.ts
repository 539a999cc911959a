/** Under which names a form sends what belongs to its field of pictures, beside the files themselves. */

/** The ids of pictures that were sent before the form. */
export const keptField = (field: string) => `kept-${field}`;

/** What a picture that was sent before shows, by its id; by the field's name what those show that come with the form. */
export const wordsField = (of: string) => `shows-${of}`;

export const longestDescription = 200;

/** How many pixels the longest edge has of what a phone sends. */
export const sentEdge = 1600;
export const largestSent = 8 * 1024 * 1024;
