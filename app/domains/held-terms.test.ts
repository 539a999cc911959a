import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { knownSubjects, recurringJobs } from './registry.server';
import { testContext } from '../../tests/setup/context';

const { heldTerms, termsOfOthers } = knownSubjects;

/** Secrets of the portal itself, and what a person with an account has sealed into a table of an organisation. */
const ofNobodyElse = new Set([
  'Ballot.sealedSecret',
  'Ballot.sealedDrawSecret',
  'Council.sealedSecret',
  'Opportunity.sealedContact',
]);

/** Sealed columns of tables that are no person's own, as model.column. */
function sealedElsewhere(): string[] {
  const folder = new URL('../../prisma/schema/', import.meta.url);
  return readdirSync(folder).flatMap((file) =>
    [...readFileSync(new URL(file, folder), 'utf8').matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].flatMap(
      ([, model = '', body = '']) =>
        Object.hasOwn(heldTerms, model)
          ? []
          : [...body.matchAll(/^ +(sealed(?!Hash)[A-Z]\w*) +String\b/gm)].map(
              ([, column]) => `${model}.${column}`,
            ),
    ),
  );
}

it('says of all that lies sealed on people without an account how long it is kept', async () => {
  const sealed = sealedElsewhere().filter((column) => !ofNobodyElse.has(column));
  expect(sealed.sort()).toEqual(Object.keys(termsOfOthers).sort());
  const test = await testContext();
  const jobs = Object.keys(recurringJobs(test.as('system')));
  for (const term of Object.values(termsOfOthers))
    expect(jobs).toContain(term.kept === 'until-done' ? term.endedBy.split(',')[0] : '');
  await test.dispose();
});
