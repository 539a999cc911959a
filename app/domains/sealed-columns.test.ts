import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { sealedColumns } from './sealed-columns';

const declared = sealedColumns.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`));

interface Column {
  name: string;
  isSealed: boolean;
  isId: boolean;
}

/** Every column of text of the schema, and whether its name or its comment says that it is sealed. */
function columnsOfText(): Column[] {
  return readdirSync('prisma/schema').flatMap((file) =>
    [
      ...readFileSync(path.join('prisma/schema', file), 'utf8').matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm),
    ].flatMap(([, model, body = '']) =>
      [...body.matchAll(/((?:^ +\/\/\/.*\n)*)^ +(\w+) +String\??(.*)$/gm)].map(
        ([, comment = '', column = '', rest = '']) => ({
          name: `${model}.${column}`,
          isSealed: /^sealed/.test(column) || /^ +\/\/\/ Sealed\b/.test(comment),
          isId: /@id\b/.test(rest),
        }),
      ),
    ),
  );
}

/** SHA-256 of a document with its seals, which are signatures. */
const otherSeals = ['AgreementDocument.sealedHash'];

it('are all that the schema calls sealed, and such as there are', () => {
  const columns = columnsOfText();
  const sealed = columns.filter(({ isSealed }) => isSealed).map(({ name }) => name);
  expect(sealed.length).toBeGreaterThan(15);
  expect(sealed.filter((name) => !declared.includes(name) && !otherSeals.includes(name))).toEqual([]);
  const names = columns.map(({ name }) => name);
  expect(declared.filter((name) => !names.includes(name))).toEqual([]);
  const ids = columns.filter(({ isId }) => isId).map(({ name }) => name);
  expect(
    sealedColumns.map(({ table, key }) => `${table}.${key}`).filter((key) => !ids.includes(key)),
  ).toEqual([]);
});

/** Where each source that seals lets it lie. */
const sealedIn: Record<string, string[]> = {
  'open-ballot.server.ts': ['Ballot.sealedDrawSecret'],
  'draft-row.server.ts': ['BallotDraft.sealedFields'],
  'sealed-line.server.ts': ['RollLine.sealedPerson'],
  'receive-status.server.ts': ['InboundMessage.payload'],
  'take-request.server.ts': ['ExternalRequest.sealedReporter'],
  'take-update.server.ts': ['ExternalUpdate.sealedSender'],
  'secrets.server.ts': [
    'WebhookEndpoint.secret',
    'WebhookEndpoint.oldSecret',
    'InboundSource.secret',
    'InboundSource.oldSecret',
  ],
  'targets.server.ts': ['Open311Target.apiKey'],
  'features.server.ts': ['CouncilCandidate.sealedFeatures'],
  'found-council.server.ts': ['Council.sealedSecret'],
  'do-once.server.ts': ['DoneAct.result'],
  'reset-password.server.ts': ['OutboxJob.payload'],
  'residence.server.ts': ['ResidenceVerification.sealedAddress'],
  'signatories.server.ts': ['SigningMandate.sealedName'],
  'opportunity-columns.server.ts': ['Opportunity.sealedContact'],
  'issue-certificate.server.ts': ['VolunteerCertificate.sealedContent'],
  'take-reward.server.ts': ['RewardClaim.sealedCode'],
  'sign-up.server.ts': ['SignUp.sealedAnswers'],
  'take-call.server.ts': ['WorkOrderCaller.sealedContact'],
  'add-at-roster.server.ts': ['ShiftGuest.sealedName'],
  'sealed.server.ts': [
    'CareNeed.sealedWords',
    'CareNeed.sealedReason',
    'CareTask.sealedTask',
    'CareTask.sealedRecord',
    'CareTask.sealedObjection',
    'CareTask.sealedAnswer',
    'CareContest.sealedWords',
    'CareContest.sealedAnswer',
  ],
  'signing-authority.server.ts': ['KeptValue.value'],
  'queue-text.server.ts': ['TextMessage.sealedNumber', 'TextMessage.sealedWords'],
  'own-phone.server.ts': ['ConfirmedPhone.sealedNumber'],
  'keep-identity.server.ts': [
    'ConfirmedIdentity.sealedName',
    'ConfirmedIdentity.sealedNumber',
    'ConfirmedIdentity.sealedGuardian',
  ],
  'phone-codes.server.ts': ['PhoneCode.sealedNumber'],
  // In the payload of a job, as reset-password does.
  'sign-in-by-phone.server.ts': [],
  // In the same.
  'vapid.server.ts': [],
  'devices.server.ts': ['PushDevice.sealedKeys'],
  'mail-words.server.ts': ['Mail.text', 'Mail.html', 'Mail.unsubscribeUrl'],
};

/** Of older versions alone. */
const sealedBefore = ['Ballot.sealedSecret'];

it('are named for every source that seals: a new one says here where it lets it lie', () => {
  const sources = ['app/domains', 'app/platform', 'app/http', 'app/routes'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
      .filter((file) => !path.join(folder, file).startsWith('app/platform/keys/'))
      .filter((file) => /\bkeys\.seal\b|[^.\w]seal\(/.test(readFileSync(path.join(folder, file), 'utf8')))
      .map((file) => path.basename(file)),
  );
  // Seals in a file beside the ballot's key, by a key of that ballot.
  const others = ['seal.server.ts', 'counter-notes.server.ts'];
  expect(sources.filter((file) => !others.includes(file)).sort()).toEqual(Object.keys(sealedIn).sort());
  expect([...Object.values(sealedIn).flat(), ...sealedBefore].sort()).toEqual([...declared].sort());
});
