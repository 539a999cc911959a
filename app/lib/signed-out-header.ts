/** Marks the answer to a posting that was not taken because nobody is signed in. */
export const signedOutHeader = 'X-Signed-Out';
