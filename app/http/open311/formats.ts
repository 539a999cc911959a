import { writeXml } from '~/lib/xml/write-xml';
import type { XmlElement } from '~/lib/xml/write-xml';

export const formats = ['xml', 'json'] as const;
export type Format = (typeof formats)[number];

type Plain = string | number | boolean | null | undefined;
export type Answer = Plain | readonly Answer[] | { readonly [name: string]: Answer };

/** The names of the root and of the items in it, in XML. */
export interface Naming {
  root: string;
  item?: string;
}

/** What the items of a list are called; a list of another name repeats its own name. */
const itemNames: Record<string, string> = {
  attributes: 'attribute',
  values: 'value',
  groups: 'group',
  notes: 'note',
  endpoints: 'endpoint',
  formats: 'format',
  media_urls: 'media_url',
};

const isList = (value: Answer): value is readonly Answer[] => Array.isArray(value);

function elements(value: Answer): XmlElement[1] {
  if (value === null || value === undefined || typeof value !== 'object' || isList(value))
    return plain(value);
  return Object.entries(value).flatMap(([name, inner]): XmlElement[] => {
    if (!isList(inner)) return [[name, elements(inner)]];
    const item = itemNames[name];
    if (item === undefined) return inner.map((one): XmlElement => [name, elements(one)]);
    return [[name, inner.map((one): XmlElement => [item, elements(one)])]];
  });
}

function plain(value: Plain | readonly Answer[]): string | null {
  return value === null || value === undefined ? null : String(value);
}

function xmlOf(answer: Answer, { root, item }: Naming): string {
  if (!isList(answer)) return writeXml([root, elements(answer)]);
  return writeXml([root, answer.map((one): XmlElement => [item ?? 'item', elements(one)])]);
}

/** The types of GeoReport v2. Discovery goes without a charset: clients in use compare its type as a whole. */
const mediaTypes: Record<Format, string> = { xml: 'text/xml', json: 'application/json' };

/**
 * One answer in either format: XML with its declaration and no namespace; JSON without the root and without the
 * wrapping of lists.
 */
export function formatted(
  format: Format,
  answer: Answer,
  options: { naming: Naming; status?: number; charset?: boolean },
): Response {
  const { naming, status = 200, charset = true } = options;
  const body = format === 'xml' ? xmlOf(answer, naming) : JSON.stringify(answer);
  return new Response(body, {
    status,
    headers: {
      'Content-Type': charset ? `${mediaTypes[format]}; charset=utf-8` : mediaTypes[format],
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': 'no-store',
    },
  });
}
