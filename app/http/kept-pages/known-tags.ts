/** One element of the list. Blanks stand in one place each, so that none can be read in two ways. */
const listed = /[ \t]*(?:(?:W\/)?("[\x21\x23-\x7e\x80-\xff]*")[ \t]*)?(?:,|$)/y;

export type KnownTags = '*' | readonly string[];

const none: readonly string[] = [];

/**
 * The opaque tags in an If-None-Match header (RFC 9110, 13.1.2), with their quotes and without the mark of weak ones: the
 * comparison is weak. None without the header, null where it is not written as it should be.
 */
export function knownTags(header: string | undefined): KnownTags | null {
  if (header === undefined) return none;
  if (header.trim() === '*') return '*';
  const tags: string[] = [];
  let at = 0;
  do {
    listed.lastIndex = at;
    const found = listed.exec(header);
    if (!found) return null;
    if (found[1] !== undefined) tags.push(found[1]);
    at = listed.lastIndex;
  } while (at < header.length);
  return tags;
}
