/** An element as read: its own text without that of the elements in it, and these. */
export interface XmlNode {
  name: string;
  text: string;
  children: XmlNode[];
}

export class XmlError extends Error {}

const deepest = 50;
const token =
  /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/gy;
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function character(code: number): string {
  if (code > 0x10ffff || Number.isNaN(code)) throw new XmlError('A character reference names no character');
  return String.fromCodePoint(code);
}

function unescape(text: string): string {
  return text.replace(
    /&(#x([\da-f]+)|#(\d+)|\w+);/gi,
    (_whole, name: string, hex?: string, decimal?: string) => {
      if (hex !== undefined) return character(Number.parseInt(hex, 16));
      if (decimal !== undefined) return character(Number(decimal));
      const known = named[name];
      if (known === undefined) throw new XmlError(`Unknown entity ${name}`);
      return known;
    },
  );
}

function open(stack: XmlNode[], name: string): XmlNode {
  const node = { name, text: '', children: [] };
  if (stack.length > deepest) throw new XmlError('The document is too deep');
  stack.at(-1)?.children.push(node);
  return node;
}

function close(stack: XmlNode[], name: string): void {
  if (stack.length < 2 || stack.pop()?.name !== name) throw new XmlError(`</${name}> closes nothing`);
}

/**
 * Reads the elements and texts of a document. Attributes are passed over; documents with a type declaration
 * (and so entities of their own) are refused. Throws XmlError where the document is not well formed.
 */
export function readXml(source: string): XmlNode {
  const root: XmlNode = { name: '', text: '', children: [] };
  const stack = [root];
  token.lastIndex = 0;
  const document = source.replace(/^\ufeff/, '');
  while (token.lastIndex < document.length) {
    const match = token.exec(document);
    if (!match) throw new XmlError('The document is not well formed');
    const [, cdata, closing, name, , empty, text] = match;
    const top = stack.at(-1) ?? root;
    if (cdata !== undefined) top.text += cdata;
    else if (text !== undefined) top.text += unescape(text);
    else if (name !== undefined && closing === '/') close(stack, name);
    else if (name !== undefined) {
      const node = open(stack, name);
      if (empty !== '/') stack.push(node);
    }
  }
  const [first, ...others] = root.children;
  if (stack.length > 1 || !first || others.length > 0 || root.text.trim() !== '')
    throw new XmlError('The document has not exactly one root');
  return first;
}

export function childrenOf(node: XmlNode, name: string): XmlNode[] {
  return node.children.filter((child) => child.name === name);
}

/** The trimmed text of the first child of that name; null where there is none or it is empty. */
export function textOf(node: XmlNode, name: string): string | null {
  const text = childrenOf(node, name)[0]?.text.trim();
  return text === undefined || text === '' ? null : text;
}
