/**
 * A text without the character of zero, which PostgreSQL takes in no text (22021) and nobody types. It goes where texts
 * come in from outside, so that both engines hold and find the same.
 */
export const withoutNul = (text: string): string => (text.includes('\0') ? text.replaceAll('\0', '') : text);
