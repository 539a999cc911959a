import { z } from 'zod';
import { hashedHouseholds, identityText, numberText } from './identity/index.server';
import { endpointText } from './notifications/index.server';
import { certificateText, claimCodeText } from './volunteering/index.server';
import { parsedJson } from '~/lib/parsed-json';
import type { HashedColumn } from '~/platform/keys/rehash.server';

const beside = (table: string, hash: string, sealed: string): string =>
  `SELECT "${hash}" AS "hash", "${sealed}" AS "sealed", '' AS "beside" FROM "${table}"`;

const field = (name: string) => (opened: string) => {
  const read = z.looseObject({ [name]: z.string() }).safeParse(parsedJson(opened));
  const value = read.success ? read.data[name] : null;
  return typeof value === 'string' ? value : null;
};
const endpointOf = field('endpoint');
const codeOf = field('code');

const hashed =
  (of: (opened: string) => string | null, text: (value: string) => string) => (opened: string) => {
    const value = of(opened);
    return value === null ? null : text(value);
  };

const whole = (opened: string) => opened;

/**
 * Every column that holds hashes by the portal's keys. With a new key they are hashed anew where what was hashed lies
 * sealed; elsewhere the key that made them stays as long as they do. What is missing here would be found no more once
 * that key is forgotten: a test asks each source that hashes where it lets it lie.
 */
export const hashedColumns: readonly HashedColumn[] = [
  {
    ...{ table: 'ConfirmedPhone', column: 'numberHash' },
    kept: {
      select: beside('ConfirmedPhone', 'numberHash', 'sealedNumber'),
      text: hashed(whole, numberText),
    },
  },
  {
    ...{ table: 'ConfirmedIdentity', column: 'numberHash' },
    kept: {
      select: beside('ConfirmedIdentity', 'numberHash', 'sealedNumber'),
      text: hashed(whole, identityText),
    },
  },
  hashedHouseholds,
  {
    ...{ table: 'PushDevice', column: 'endpointKey' },
    kept: {
      select: beside('PushDevice', 'endpointKey', 'sealedKeys'),
      text: hashed(endpointOf, endpointText),
    },
  },
  {
    ...{ table: 'VolunteerCertificate', column: 'codeHash' },
    kept: {
      select: beside('VolunteerCertificate', 'codeHash', 'sealedContent'),
      text: hashed(codeOf, certificateText),
    },
  },
  {
    ...{ table: 'RewardClaim', column: 'codeHash' },
    kept: { select: beside('RewardClaim', 'codeHash', 'sealedCode'), text: hashed(whole, claimCodeText) },
  },
  /** Of erased persons nothing else is left. */
  { table: 'Person', column: 'erasedKey' },
  { table: 'FormerKey', column: 'keyHash' },
  /** Seals over acts of signing: they say who made them, and are checked, never looked up. */
  { table: 'AgreementParty', column: 'seal' },
  /** A roll goes on by one key until it is removed: its households are frozen with it. */
  { table: 'RollLine', column: 'identityKey' },
  { table: 'RollLine', column: 'householdKey' },
  /** What keys of ballots and conversations are made of, while they are open. */
  { table: 'Ballot', column: 'keyCheck' },
  { table: 'Conversation', column: 'keyCheck' },
  /** Gone within minutes. */
  { table: 'PhoneCode', column: 'numberHash' },
  { table: 'PhoneCode', column: 'codeHash' },
  {
    ...{ table: 'MailToken', column: 'tokenHash' },
    where: `("purpose" LIKE 'sign:%' OR "purpose" = 'address')`,
  },
  { table: 'DoneAct', column: 'key' },
];
