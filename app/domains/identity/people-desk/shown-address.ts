/** A mail address in part: enough to tell two people of one name apart, not enough to write to them. */
export function shownAddress(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '' : `${Array.from(email)[0] ?? ''}***${email.slice(at)}`;
}
