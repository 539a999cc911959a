import { randomBytes } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { TimeStamp } from './sign-detached.server';
import { sendRequest } from '../web/send-request.server';

const sha256 = '2.16.840.1.101.3.4.2.1';
const patience = 10_000;
const granted = [0, 1];

function requestOf(digest: Uint8Array, nonce: asn1js.Integer): ArrayBuffer {
  const request = new pkijs.TimeStampReq({
    version: 1,
    messageImprint: new pkijs.MessageImprint({
      hashAlgorithm: new pkijs.AlgorithmIdentifier({
        algorithmId: sha256,
        algorithmParams: new asn1js.Null(),
      }),
      hashedMessage: new asn1js.OctetString({ valueHex: new Uint8Array(digest).buffer }),
    }),
    nonce,
    certReq: true,
  });
  return request.toSchema().toBER(false);
}

/** What is stamped and the nonce, as the token says. */
function infoOf(token: pkijs.ContentInfo): pkijs.TSTInfo {
  const signed = new pkijs.SignedData({ schema: token.content });
  const content = signed.encapContentInfo.eContent;
  if (!content) throw new Error('The time stamp says nothing');
  return pkijs.TSTInfo.fromBER(new Uint8Array(content.getValue()));
}

/**
 * Stamps by a server of RFC 3161, which whoever runs the portal has configured; null where none is. The stamp is
 * looked at: it must be over what was asked, in answer to this request.
 */
export function timeStampFrom(url: string, timeoutMilliseconds = patience): TimeStamp | null {
  if (url === '') return null;
  return async (digest) => {
    const nonce = new asn1js.Integer({ valueHex: new Uint8Array([0x01, ...randomBytes(8)]).buffer });
    const answer = await sendRequest({
      url,
      method: 'POST',
      headers: { 'Content-Type': 'application/timestamp-query', Accept: 'application/timestamp-reply' },
      body: new Uint8Array(requestOf(digest, nonce)),
      timeoutMilliseconds,
      toPrivateAddresses: true,
    });
    if (answer.status !== 200) throw new Error(`The time-stamp server answered ${answer.status}`);
    const response = pkijs.TimeStampResp.fromBER(new Uint8Array(answer.body));
    const token = response.timeStampToken;
    if (!granted.includes(response.status.status) || !token) throw new Error('The time stamp was refused');
    const info = infoOf(token);
    const stamped = Buffer.from(info.messageImprint.hashedMessage.valueBlock.valueHexView);
    const answers = Buffer.from(info.nonce?.valueBlock.valueHexView ?? []);
    if (!stamped.equals(Buffer.from(digest)) || !answers.equals(Buffer.from(nonce.valueBlock.valueHexView)))
      throw new Error('The time stamp is over something else');
    return new Uint8Array(token.toSchema().toBER(false));
  };
}
