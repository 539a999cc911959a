import { webcrypto } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { KeyAndCertificate } from './certificates.server';

const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  /** ESS signing-certificate-v2 (RFC 5035): the certificate cannot be put in place of another. */
  signingCertificate: '1.2.840.113549.1.9.16.2.47',
  timeStamp: '1.2.840.113549.1.9.16.2.14',
};

/** Answers a time-stamp token (RFC 3161, a CMS of its own in DER) over the SHA-256 given; null: none is to be had now. */
export type TimeStamp = (digest: Uint8Array) => Promise<Uint8Array | null>;

export interface DetachedSigner extends KeyAndCertificate {
  /** The certificates between the signer's and one that readers know, the signer's left out. */
  chain: pkijs.Certificate[];
  /** None: PAdES B-B; else B-T. */
  timeStamp?: TimeStamp;
}

const sha256 = (bytes: ArrayBuffer | Uint8Array) => webcrypto.subtle.digest('SHA-256', new Uint8Array(bytes));

const attribute = (type: string, value: asn1js.BaseBlock) => new pkijs.Attribute({ type, values: [value] });

/** DER wants the members of a set in the order of their bytes; verifiers write them so before they hash. */
function inDerOrder(attributes: pkijs.Attribute[]): pkijs.Attribute[] {
  const bytes = (one: pkijs.Attribute) => Buffer.from(one.toSchema().toBER(false));
  return [...attributes].sort((one, other) => Buffer.compare(bytes(one), bytes(other)));
}

async function signedAttributes(content: Uint8Array, certificate: pkijs.Certificate) {
  const certificateHash = await sha256(certificate.toSchema().toBER(false));
  const essCertificate = new asn1js.Sequence({
    value: [new asn1js.OctetString({ valueHex: certificateHash })],
  });
  const signingCertificate = new asn1js.Sequence({
    value: [new asn1js.Sequence({ value: [essCertificate] })],
  });
  return inDerOrder([
    attribute(oids.contentType, new asn1js.ObjectIdentifier({ value: oids.data })),
    attribute(oids.messageDigest, new asn1js.OctetString({ valueHex: await sha256(content) })),
    attribute(oids.signingCertificate, signingCertificate),
  ]);
}

/** Whether the signer's signature carries a time stamp now. */
async function stampSigner(info: pkijs.SignerInfo, timeStamp: TimeStamp): Promise<boolean> {
  const token = await timeStamp(new Uint8Array(await sha256(info.signature.valueBlock.valueHexView)));
  if (!token) return false;
  const parsed = asn1js.fromBER(new Uint8Array(token));
  info.unsignedAttrs = new pkijs.SignedAndUnsignedAttributes({
    type: 1,
    attributes: [attribute(oids.timeStamp, parsed.result)],
  });
  return true;
}

/**
 * The signature with a time stamp that it did not get when it was made: what was signed stays as it is, a time stamp is
 * no part of it (CAdES B-T). Null where none is to be had, or it has one already.
 */
export async function stampDetached(cms: Uint8Array, timeStamp: TimeStamp): Promise<Uint8Array | null> {
  const signed = new pkijs.SignedData({ schema: pkijs.ContentInfo.fromBER(new Uint8Array(cms)).content });
  const [info] = signed.signerInfos;
  if (!info || info.unsignedAttrs) return null;
  return (await stampSigner(info, timeStamp)) ? cmsOf(signed) : null;
}

/**
 * A CMS signature over bytes that are not in it (CAdES baseline, ETSI EN 319 122-1), in DER: with the digest, the type,
 * and which certificate was meant. The time is no signed attribute: PAdES has it in the file.
 */
export async function signDetached(content: Uint8Array, signer: DetachedSigner): Promise<Uint8Array> {
  const { key, certificate, chain, timeStamp } = signer;
  const info = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({
      issuer: certificate.issuer,
      serialNumber: certificate.serialNumber,
    }),
    signedAttrs: new pkijs.SignedAndUnsignedAttributes({
      type: 0,
      attributes: await signedAttributes(content, certificate),
    }),
  });
  const signed = new pkijs.SignedData({
    version: 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: oids.data }),
    signerInfos: [info],
    certificates: [certificate, ...chain],
  });
  await signed.sign(key, 0, 'SHA-256', new Uint8Array(content).buffer);
  if (timeStamp) await stampSigner(info, timeStamp);
  return cmsOf(signed);
}

function cmsOf(signed: pkijs.SignedData): Uint8Array {
  const whole = new pkijs.ContentInfo({ contentType: oids.signedData, content: signed.toSchema(true) });
  return new Uint8Array(whole.toSchema().toBER(false));
}
