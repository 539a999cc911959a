/** In points, of which 72 make an inch. */
export const pageMargins = { top: 64, bottom: 64, left: 68, right: 68 };

export const signatureBox = { width: 220, height: 44 };

export const sizes = { title: 18, heading: 13, subheading: 11.5, text: 10.5, small: 9 };
