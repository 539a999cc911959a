import { readdirSync, readFileSync } from 'node:fs';

/** What a column is called that names a person: by an id, or by the mail address or name. */
const ofPerson =
  /^(\w*[pP]erson(Id|Key)|(author|asker|reporter|voter|owner|volunteer|contact|signatory|representative|responsible|concerned)Id|signatoryName|email|recipient|by|assignedTo|\w+By(Id)?)$/;

/** Columns that lead by an id to no person: to another thing of the portal, or of a system outside. */
const elsewhere = new Set([
  ...['areaId', 'fromAreaId', 'handlingAreaId', 'homeAreaId', 'residenceAreaId', 'toAreaId'],
  ...['organisationId', 'actorOrganisationId', 'payerId', 'acceptedFor', 'decidedFor', 'withdrawnFor'],
  ...['departmentId', 'decidedId', 'fromDepartmentId', 'leadId', 'suggestedId', 'toDepartmentId'],
  ...['ballotId', 'feedbackId', 'proposalId', 'statementId', 'subjectId', 'workOrderId'],
  ...['continuesId', 'fromId', 'intoId', 'mergedIntoId', 'originId', 'parentId', 'splitFromId', 'threadId'],
  ...['actId', 'carriedTo', 'causeId', 'entryId', 'eventId', 'eventIds', 'hidingId', 'itemId', 'logoId'],
  ...['outcomeId', 'seriesId', 'updateId', 'supervisionFor', 'successorId', 'fileId', 'listId'],
  // A caller has no account; how to reach one stands in a table of its own.
  'callerId',
  ...['credentialId', 'externalId', 'jurisdictionId', 'messageId'],
]);

/** The schema of all subjects, as one text. */
export function readSchema(): string {
  const folder = new URL('../../prisma/schema/', import.meta.url);
  return readdirSync(folder)
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n');
}

/** The models to which the columns of a model lead, by column. */
function relationsOf(body: string): Map<string, string> {
  const relations = body.matchAll(/^ +\w+ +(\w+)\??(?:\[\])? .*@relation\([^)]*fields: \[([^\]]+)\]/gm);
  return new Map(
    [...relations].flatMap(([, model = '', columns = '']) =>
      columns.split(',').map((column): [string, string] => [column.trim(), model]),
    ),
  );
}

/**
 * Of a schema the columns that name a person, and those of which neither a relation nor the name says to what they lead,
 * each as model.column.
 */
export function columnsOf(schema: string): { persons: string[]; unknown: string[] } {
  const persons: string[] = [];
  const unknown: string[] = [];
  for (const [, model = '', body = ''] of schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)) {
    const relations = relationsOf(body);
    for (const [, column = ''] of body.matchAll(/^ +(\w+) +String\b/gm)) {
      const leadsTo = relations.get(column);
      const isPerson = leadsTo === 'Person' || (leadsTo === undefined && ofPerson.test(column));
      if (isPerson) persons.push(`${model}.${column}`);
      else if (leadsTo === undefined && /(Ids?|For|To)$/.test(column) && !elsewhere.has(column))
        unknown.push(`${model}.${column}`);
    }
  }
  return { persons: persons.sort(), unknown: unknown.sort() };
}
