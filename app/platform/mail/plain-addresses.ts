/** With a scheme, or a host name as programs for mail turn it into a link by themselves. */
const address =
  /(?:\w{1,12}:\/\/|www\.)\S+|[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,20}\.\p{L}{2,63}(?:[/:?]\S*)?/giu;

/** Whether the address leads to the portal at `publicUrl`. */
export function isOwnAddress(url: string, publicUrl: string): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, username, password } = new URL(url);
  return origin === new URL(publicUrl).origin && username === '' && password === '';
}

/**
 * The text with every address that is not the portal's written so that no program makes a link of it: what strangers
 * write (names, titles, reasons) stands in mails that come from the portal.
 */
export function withoutForeignLinks(text: string, publicUrl: string): string {
  return text.replace(address, (found) =>
    isOwnAddress(found, publicUrl) ? found : found.replaceAll('://', ': //').replaceAll('.', '[.]'),
  );
}
