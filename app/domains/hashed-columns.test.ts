import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { hashedColumns } from './hashed-columns.server';

const declared = hashedColumns.map(({ table, column }) => `${table}.${column}`);

/** Where each source that hashes lets it lie; `[]` where nothing is kept by it. */
const hashedIn: Record<string, readonly string[]> = {
  'ballot-key.server.ts': ['Ballot.keyCheck'],
  'participant-keys.server.ts': ['Conversation.keyCheck'],
  // An address waits for its code under a kind of token of its own, for minutes.
  'change-address.server.ts': ['MailToken.tokenHash'],
  'check-in-code.server.ts': [],
  'confirm-by-mail.server.ts': ['MailToken.tokenHash'],
  'devices.server.ts': ['PushDevice.endpointKey'],
  'do-once.server.ts': ['DoneAct.key'],
  'follow-closed-area.server.ts': ['Person.householdKey'],
  'follow-reopened-area.server.ts': ['Person.householdKey'],
  'former-accounts.server.ts': ['Person.erasedKey', 'FormerKey.keyHash'],
  'keep-identity.server.ts': ['ConfirmedIdentity.numberHash'],
  'issue-certificate.server.ts': ['VolunteerCertificate.codeHash'],
  'order-messages.server.ts': [],
  'own-phone.server.ts': ['ConfirmedPhone.numberHash'],
  'phone-codes.server.ts': ['PhoneCode.numberHash', 'PhoneCode.codeHash'],
  'rekey-households.server.ts': ['Person.householdKey'],
  'residence.server.ts': ['Person.householdKey'],
  'sealed-line.server.ts': ['RollLine.identityKey', 'RollLine.householdKey'],
  'send-push.server.ts': [],
  'signed-content.ts': ['AgreementParty.seal'],
  'take-reward.server.ts': ['RewardClaim.codeHash'],
};

const hashing = /\b(?:keys|hashing)\.(?:hash|hashLike|hold|macs|deriving)\(/;

function sourcesThatHash(): string[] {
  return readdirSync('app/domains', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .filter((file) => hashing.test(readFileSync(path.join('app/domains', file), 'utf8')))
    .map((file) => path.basename(file));
}

it('are all that any source writes by the portal’s hashing keys', () => {
  expect(sourcesThatHash().toSorted()).toEqual(Object.keys(hashedIn).toSorted());
  const written = Object.values(hashedIn).flat();
  expect(written.filter((column) => !declared.includes(column))).toEqual([]);
  expect(declared.filter((column) => !written.includes(column))).toEqual([]);
});
