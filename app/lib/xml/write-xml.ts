/** An element: its name, and its text or what stands in it. Nothing is an element without content. */
export type XmlElement = [name: string, content: XmlContent];
export type XmlContent = string | number | boolean | null | undefined | XmlElement[];

/** Characters that XML 1.0 cannot hold in any form. */
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** The text as it may stand in an element or an attribute; what XML cannot hold is left out. */
export function escapeXml(text: string): string {
  return text.replace(forbidden, '').replace(/[&<>"\r]/g, (character) => entities[character] ?? character);
}

function writeElement([name, content]: XmlElement): string {
  if (content === null || content === undefined || content === '') return `<${name}/>`;
  const inner = Array.isArray(content) ? content.map(writeElement).join('') : escapeXml(String(content));
  return `<${name}>${inner}</${name}>`;
}

/** A whole document with its declaration, in UTF-8. */
export function writeXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${writeElement(root)}\n`;
}
