import { expect, it } from 'vitest';
import { expectPrinted } from '../setup/printed-docs';
import { sampleFacts } from '../setup/sample-facts';
import type { Audience, EventDefinition } from '~/domains/ledger/define-events';
import { subjects } from '~/domains/subjects';
import { events as words } from '~/i18n/events';

/** `intoAuthorId` → into author. */
const inWords = (field: string) =>
  field
    .replace(/Ids?$/, '')
    .replace(/([A-Z])/g, ' $1')
    .toLowerCase();

const ofSubject = (id: string) => id === 'subjectId';

/** An audience in words: the sample facts hold the names of their fields. */
function audienceInWords(audience: Audience): string {
  switch (audience.kind) {
    case 'person':
      return ofSubject(audience.personId) ? 'the person itself' : `the ${inWords(audience.personId)}`;
    case 'persons':
      return `the ${audience.personIds.map(inWords).join(', ')}`;
    case 'organisation':
      return ofSubject(audience.organisationId)
        ? 'its mandated members'
        : `the ${inWords(audience.organisationId)}`;
    case 'followers':
      if (ofSubject(audience.subjectId)) return 'its followers';
      return `followers of the ${audience.subjectId === 'intoId' ? 'other' : audience.subjectKind}`;
    case 'role':
      return `${audience.role}s of the ${inWords(audience.areaId)}`;
    case 'electors':
      return 'the electorate';
    case 'nobody':
      return 'nobody';
  }
}

/** Names of the fields that events of the type always have, and that they may have in brackets. */
function fieldsOf(schema: EventDefinition['said'], always: boolean): string[] {
  const { shape } = schema as unknown as {
    shape: Record<string, { safeParse(value: unknown): { success: boolean } }>;
  };
  return Object.entries(shape)
    .filter(([name, field]) => name !== 'title' && field.safeParse(undefined).success !== always)
    .map(([name]) => name);
}

/** How it is told by mail and push: by itself unless it goes along, and in quiet hours where there is a term. */
function mannerOf({ along, term }: EventDefinition): string {
  const carried = along === 'always' ? ' (goes along)' : along ? ' (goes along with what names them)' : '';
  return carried + (term === undefined ? '' : ` (not held back beyond ${term})`);
}

function lineOf(type: string, definition: EventDefinition): string {
  const { isPublic, topics, audience, said } = definition;
  const told = [...new Set(audience(sampleFacts(type)).map(audienceInWords))];
  const message = (words.en as Record<string, string | { other: string }>)[type] ?? '';
  const text = typeof message === 'string' ? message : message.other;
  const cells = [
    `\`${type}\``,
    text.replaceAll('|', '\\|'),
    isPublic ? 'public' : 'those concerned',
    fieldsOf(said, true).join(', ') || '–',
    told.join(', ') + mannerOf(definition),
    topics.join(', ') || '–',
  ];
  return `| ${cells.join(' | ')} |`;
}

const header = [
  '| Event | In words | On record for | Always says | Told to | Drops pages of |',
  '| --- | --- | --- | --- | --- | --- |',
];

const sections = subjects.flatMap(({ name, events }) => {
  const lines = Object.entries(events).map(([type, definition]) => lineOf(type, definition));
  if (lines.length === 0) return [];
  const [first] = Object.values(events);
  const words = (schema: EventDefinition['said'] | undefined) =>
    schema ? [...fieldsOf(schema, true), ...fieldsOf(schema, false)].sort().join(', ') : '';
  const may = [
    `May say beside the title: ${words(first?.said) || 'nothing'}.`,
    `May keep, for those who tell: ${words(first?.kept) || 'nothing'}.`,
  ].join(' ');
  return [[`## ${name}`, '', may, '', ...header, ...lines].join('\n')];
});

it('all events are printed in the documentation as they are', () => {
  expect(sections.length).toBeGreaterThan(12);
  expectPrinted('docs/events.md', 'events', sections.join('\n\n'));
});
