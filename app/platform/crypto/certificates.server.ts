import { randomBytes, webcrypto } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { cutText } from '~/lib/texts/cut-text';

const keyKind = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** X.520 and ETSI EN 319 412-1. */
const nameParts = { commonName: '2.5.4.3', organisation: '2.5.4.10', organisationIdentifier: '2.5.4.97' };
export type CertifiedName = Partial<Record<keyof typeof nameParts, string>>;

const keyUsage = { certificates: 0b0000_0110, documents: 0b1100_0000 };
const oids = {
  basicConstraints: '2.5.29.19',
  keyUsage: '2.5.29.15',
  subjectKey: '2.5.29.14',
  issuerKey: '2.5.29.35',
};
const longestName = 64;

export interface KeyAndCertificate {
  key: webcrypto.CryptoKey;
  certificate: pkijs.Certificate;
}

function fillName(name: pkijs.RelativeDistinguishedNames, parts: CertifiedName): void {
  for (const [part, type] of Object.entries(nameParts)) {
    const value = parts[part as keyof CertifiedName];
    // X.520 bounds names at 64 characters.
    if (value)
      name.typesAndValues.push(
        new pkijs.AttributeTypeAndValue({
          type,
          value: new asn1js.Utf8String({ value: cutText(value, longestName) }),
        }),
      );
  }
}

const lastOfUtcTime = 2050;
const timeOf = (value: Date) =>
  new pkijs.Time({ type: value.getUTCFullYear() < lastOfUtcTime ? 0 : 1, value });

function extension(extnID: string, value: asn1js.BaseBlock, critical: boolean): pkijs.Extension {
  return new pkijs.Extension({ extnID, critical, extnValue: value.toBER(false) });
}

async function keyIdentifier(certificate: pkijs.Certificate): Promise<ArrayBuffer> {
  const bits = certificate.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView;
  return (await webcrypto.subtle.digest('SHA-256', new Uint8Array(bits))).slice(0, 20);
}

interface Wanted {
  subject: CertifiedName;
  from: Date;
  until: Date;
  /** Null: it signs itself, and others. */
  issuer: KeyAndCertificate | null;
}

async function certify(keys: webcrypto.CryptoKeyPair, wanted: Wanted): Promise<KeyAndCertificate> {
  const { subject, from, until, issuer } = wanted;
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  const serial = randomBytes(16);
  // Positive and of one length (RFC 5280, 4.1.2.2).
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  certificate.serialNumber = new asn1js.Integer({ valueHex: new Uint8Array(serial).buffer });
  fillName(certificate.subject, subject);
  if (issuer) certificate.issuer = issuer.certificate.subject;
  else fillName(certificate.issuer, subject);
  certificate.notBefore = timeOf(from);
  certificate.notAfter = timeOf(until);
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  const usage = issuer ? keyUsage.documents : keyUsage.certificates;
  const own = await keyIdentifier(certificate);
  const issuing = issuer ? await keyIdentifier(issuer.certificate) : own;
  certificate.extensions = [
    extension(oids.basicConstraints, new pkijs.BasicConstraints({ cA: issuer === null }).toSchema(), true),
    extension(
      oids.keyUsage,
      new asn1js.BitString({ valueHex: new Uint8Array([usage]).buffer, unusedBits: issuer ? 6 : 1 }),
      true,
    ),
    extension(oids.subjectKey, new asn1js.OctetString({ valueHex: own }), false),
    extension(
      oids.issuerKey,
      new pkijs.AuthorityKeyIdentifier({
        keyIdentifier: new asn1js.OctetString({ valueHex: issuing }),
      }).toSchema(),
      false,
    ),
  ];
  await certificate.sign(issuer?.key ?? keys.privateKey, 'SHA-256');
  return { key: keys.privateKey, certificate };
}

const newKeys = (keepable: boolean) => webcrypto.subtle.generateKey(keyKind, keepable, ['sign', 'verify']);

const authorityYears = 30;
const yearsAfter = (date: Date, years: number) => {
  const later = new Date(date);
  later.setUTCFullYear(date.getUTCFullYear() + years);
  return later;
};

/** A new authority, as a text that is kept sealed: its key (PKCS #8) and its certificate, both in base64. */
export async function makeAuthority(name: string, at: Date): Promise<string> {
  const keys = await newKeys(true);
  const until = yearsAfter(at, authorityYears);
  // A day before, for readers whose clock is behind.
  const from = new Date(at.getTime() - 24 * 3600_000);
  const { certificate } = await certify(keys, { subject: { commonName: name }, from, until, issuer: null });
  const key = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  const texts = [key, certificate.toSchema().toBER(false)].map((part) =>
    Buffer.from(part).toString('base64'),
  );
  return texts.join('.');
}

/** Opens what `makeAuthority` made. */
export async function readAuthority(text: string): Promise<KeyAndCertificate> {
  const [key = '', certificate = ''] = text.split('.');
  return {
    key: await webcrypto.subtle.importKey('pkcs8', Buffer.from(key, 'base64'), keyKind, false, ['sign']),
    certificate: pkijs.Certificate.fromBER(new Uint8Array(Buffer.from(certificate, 'base64'))),
  };
}

/** A key for one act, which leaves this process never and is gone after it, with the certificate of who acts. */
export async function certifyOneAct(
  authority: KeyAndCertificate,
  subject: CertifiedName,
): Promise<KeyAndCertificate> {
  const { notBefore, notAfter } = authority.certificate;
  const keys = await newKeys(false);
  return certify(keys, { subject, from: notBefore.value, until: notAfter.value, issuer: authority });
}

/** The certificate as other programs read it. */
export function pemOf(certificate: pkijs.Certificate): string {
  const base64 = Buffer.from(certificate.toSchema().toBER(false)).toString('base64');
  return `-----BEGIN CERTIFICATE-----\n${base64.replaceAll(/.{64}/g, '$&\n').trim()}\n-----END CERTIFICATE-----\n`;
}
