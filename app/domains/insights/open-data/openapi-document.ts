import { z } from 'zod';
import type { PublishedCollection } from '../../known-subjects';
import { datasetWords, fieldWords } from './field-words';
import { parametersOf, usualOnAPage } from './parameters';
import { problem, problemType } from './problem';
import { textIn } from '~/i18n/catalogue';
import type { Locale } from '~/i18n/locale';
import { openData } from '~/i18n/open-data';

/** A collection as the document needs it: anything that has a shape. */
type Described = Omit<PublishedCollection<unknown>, 'page'>;

interface Portal {
  locale: Locale;
  /** What it is called. */
  name: string;
  /** Where the API stands, without a slash at the end. */
  address: string;
  licence: { name: string; url: string };
}

type Json = Record<string, unknown>;

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A schema as JSON Schema, without the line that says so: in OpenAPI 3.1 it is the rule. */
export function jsonSchemaOf(schema: z.ZodType): Json {
  const entries = Object.entries(z.toJSONSchema(schema, { io: 'output' }));
  return Object.fromEntries(entries.filter(([name]) => name !== '$schema'));
}

/** The same with what each field holds, in words. */
function described(schema: unknown, wordsOf: (field: string) => string): unknown {
  if (Array.isArray(schema)) return schema.map((one) => described(one, wordsOf));
  if (!isJson(schema)) return schema;
  const entries = Object.entries(schema).map(([key, value]) => {
    if (key !== 'properties' || !isJson(value)) return [key, described(value, wordsOf)];
    const fields = Object.entries(value).map(([field, one]) => {
      const inner = described(one, wordsOf);
      return [field, { description: wordsOf(field), ...(isJson(inner) ? inner : {}) }];
    });
    return [key, Object.fromEntries(fields)];
  });
  return Object.fromEntries(entries) as Json;
}

const titled = (name: string) =>
  name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

const refTo = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const refused = (description: string) => ({
  description,
  content: { [problemType]: { schema: refTo('Problem') } },
});

function answers(portal: Portal, good: Json) {
  const t = textIn(portal.locale, openData);
  return {
    200: good,
    304: { description: t('api.same') },
    400: refused(t('api.refused')),
    429: refused(t('api.too-many')),
    503: refused(t('api.away')),
  };
}

const tagHeader = (portal: Portal) => ({
  ETag: { description: textIn(portal.locale, openData)('api.tag'), schema: { type: 'string' } },
});

function listOf(portal: Portal, collection: Described): Json {
  const { name } = collection;
  const t = textIn(portal.locale, openData);
  const { title, about } = datasetWords(portal.locale, name);
  const parameters = Object.entries(parametersOf(collection).shape).map(([parameter, schema]) => ({
    ...{ name: parameter, in: 'query', required: false },
    description: t(`parameter.${parameter}` as 'parameter.limit', {
      usual: usualOnAPage,
      field: collection.time ?? '',
    }),
    schema: jsonSchemaOf(z.object({ schema })).properties,
  }));
  return {
    ...{ operationId: `list${titled(name)}`, tags: [name], summary: title, description: about },
    parameters: parameters.map(({ schema, ...rest }) => ({
      ...rest,
      schema: isJson(schema) ? schema.schema : {},
    })),
    responses: answers(portal, {
      description: t('api.page'),
      headers: {
        ...tagHeader(portal),
        Link: { description: t('api.link'), schema: { type: 'string' } },
      },
      content: { 'application/json': { schema: refTo(`${titled(name)}Page`) } },
    }),
  };
}

function oneOf(portal: Portal, { name }: Described): Json {
  const t = textIn(portal.locale, openData);
  return {
    ...{ operationId: `get${titled(name)}Item`, tags: [name], summary: t('api.one') },
    parameters: [
      {
        ...{ name: 'id', in: 'path', required: true, schema: { type: 'string' } },
        description: fieldWords(portal.locale, name, 'id'),
      },
    ],
    responses: {
      ...answers(portal, {
        description: t('api.one'),
        headers: tagHeader(portal),
        content: { 'application/json': { schema: refTo(`${titled(name)}Item`) } },
      }),
      404: refused(t('api.none')),
    },
  };
}

function schemasOf({ locale }: Portal, { name, item }: Described): [string, unknown][] {
  const t = textIn(locale, openData);
  const whole = described(jsonSchemaOf(item), (field) => fieldWords(locale, name, field));
  const page = {
    type: 'object',
    properties: {
      items: { type: 'array', items: refTo(`${titled(name)}Item`) },
      next: { description: t('api.next'), anyOf: [{ type: 'string', format: 'uri' }, { type: 'null' }] },
    },
    ...{ required: ['items', 'next'], additionalProperties: false },
  };
  return [
    [`${titled(name)}Item`, whole],
    [`${titled(name)}Page`, page],
  ];
}

/** The document of the API (OpenAPI 3.1), made of the same schemas that shape its answers and check its calls. */
export function openApiDocument(portal: Portal, collections: readonly Described[]): Json {
  const t = textIn(portal.locale, openData);
  return {
    openapi: '3.1.1',
    info: {
      ...{ title: t('api.title', { portal: portal.name }), version: '1.0.0', description: t('api.about') },
      license: portal.licence,
    },
    servers: [{ url: portal.address }],
    security: [],
    tags: collections.map(({ name }) => ({ name, description: datasetWords(portal.locale, name).about })),
    paths: Object.fromEntries(
      collections.flatMap((collection) => [
        [`/${collection.name}`, { get: listOf(portal, collection) }],
        [`/${collection.name}/{id}`, { get: oneOf(portal, collection) }],
      ]),
    ),
    components: {
      schemas: Object.fromEntries([
        ...collections.flatMap((collection) => schemasOf(portal, collection)),
        ['Problem', described(jsonSchemaOf(problem), (field) => fieldWords(portal.locale, 'problem', field))],
      ]),
    },
  };
}
