/** Control characters, marks that turn the direction of writing, and what cannot be seen. */
const unseen =
  /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u061c\u115f\u1160\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\u3164\ufeff\uffa0]/u;

/** An address, or what programs for mail and chat make one of. */
const address = /:\/\/|\/\/|www\.|@|[\p{L}\p{N}-]{2,}\.\p{L}{2,}/iu;

/** No name is longer. The length is asked first: a form's schema goes on after a field that is too long. */
const longest = 200;

/**
 * Whether the text can stand as the name of a person or an organisation: something to be seen, no address and nothing
 * that changes how the words around it read. Names stand in mails and pages that speak for the portal.
 */
export function isPlainName(text: string): boolean {
  if (text.length > longest) return false;
  return /[\p{L}\p{N}]/u.test(text) && !unseen.test(text) && !address.test(text.normalize('NFKC'));
}
