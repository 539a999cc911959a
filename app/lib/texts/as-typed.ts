import { withoutNul } from './without-nul';

/** A page or column break, as slides and terminals have it: a line ends there. */
const breaks = /[\v\f]/g;
/** Commands to terminals and printers, which nobody types and no table or feed of ours may hand on. */
const commands = /[\u0001-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;
/**
 * Signs that turn the words behind them around, also those of the portal that follow a title. Each language keeps its own
 * direction without them; the marks of languages that are written from the right (U+200E, U+200F, U+061C) stay.
 */
const turns = /[\u202a-\u202e\u2066-\u2069]/g;
const odd = /[\0-\u0008\v\f\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** Signs of which nothing is seen: a title of them would be a link that nobody finds. */
const unseen = /^[\s\p{Default_Ignorable_Code_Point}\p{Cf}\p{M}\u2800]*$/u;

/**
 * A text of a form as somebody can have typed it, whichever program sent it. One of which nothing would be seen is empty;
 * blanks alone are left to the field.
 */
export function asTyped(text: string): string {
  const plain = odd.test(text)
    ? withoutNul(text).replace(breaks, '\n').replace(commands, '').replace(turns, '')
    : text;
  return plain.trim() !== '' && unseen.test(plain) ? '' : plain;
}
