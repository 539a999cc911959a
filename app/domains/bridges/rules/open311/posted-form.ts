/** What was posted, in the forms that clients in use send. */
export interface PostedForm {
  /** What is empty is absent, as the specification says. */
  fields: Record<string, string>;
  /** Values by the attribute's code; several where the name was repeated, with or without `[]`. */
  attributes: Record<string, string[]>;
  media: string[];
}

const attribute = /^attribute\[([^\]]{1,100})\](\[\d{0,9}\])?$/;

/** Reads names and values as they came; line ends become plain ones. */
export function readPosted(pairs: Iterable<readonly [string, string]>): PostedForm {
  const fields = new Map<string, string>();
  const attributes = new Map<string, string[]>();
  const media: string[] = [];
  for (const [name, raw] of pairs) {
    const value = raw.replaceAll(/\r\n?/g, '\n').trim();
    if (value === '') continue;
    const code = attribute.exec(name)?.[1];
    if (code !== undefined) {
      const before = attributes.get(code);
      if (before) before.push(value);
      else attributes.set(code, [value]);
    } else if (name === 'media_url' || name === 'media_url[]') media.push(value);
    else if (!fields.has(name)) fields.set(name, value);
  }
  return {
    fields: Object.fromEntries(fields),
    attributes: Object.fromEntries(attributes),
    media: [...new Set(media)],
  };
}
