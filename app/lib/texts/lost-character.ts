/**
 * Whether a name, a place or a number holds the sign that programs leave of a character which their encoding lacks: �,
 * or the question mark of spreadsheets that save 𠮷 and 㐂 in GBK. No such text has one of its own.
 */
export const hasLostCharacter = (text: string): boolean => /[?？\ufffd]/.test(text);
