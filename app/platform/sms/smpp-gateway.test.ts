import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { headerOf, messagesIn, startSmsServer, wordsIn } from '../../../tests/setup/sms-server';
import type { SmsServer } from '../../../tests/setup/sms-server';
import { PermanentFailure } from '../jobs/job-rows.server';
import type { AcceptedPart, DeliveryReport, SmsGateway } from './gateway';
import { smppGateway, tryGateway } from './smpp-gateway.server';

let server: SmsServer;
let gateway: SmsGateway;
let reports: DeliveryReport[];
beforeEach(async () => {
  server = await startSmsServer();
  reports = [];
  gateway = gatewayAt(server.url);
});
afterEach(async () => {
  await gateway.close();
  await server.stop();
});

const gatewayAt = (url: string, from = '106900001234') =>
  smppGateway({ url, from, onReport: (report) => Promise.resolve(void reports.push(report)) });

const text = (words: string, accepted: number[] = []) => ({
  ...{ to: '8613812345678', words, reference: 'message-1', minutesValid: 10, accepted },
});

async function send(words: string, accepted: number[] = []): Promise<AcceptedPart[]> {
  const taken: AcceptedPart[] = [];
  await gateway.send(text(words, accepted), (part) => Promise.resolve(void taken.push(part)));
  return taken;
}

describe('words as a phone gets them', () => {
  const chinese = '【共治】您的登录验证码是123456，10分钟内有效，请勿告诉他人。';
  it.each([
    ['short Chinese', chinese, 8, 1],
    ['70 signs', '字'.repeat(70), 8, 1],
    ['71 signs', '字'.repeat(71), 8, 2],
    ['134 signs', '字'.repeat(134), 8, 2],
    ['135 signs', '字'.repeat(135), 8, 3],
    ['a sign of two units at the seam', `${'字'.repeat(66)}𠮷${'社'.repeat(60)}`, 8, 2],
    ['160 letters', 'a'.repeat(160), 0, 1],
    ['161 letters', 'a'.repeat(161), 0, 2],
    ['306 letters', 'b'.repeat(306), 0, 2],
    ['307 letters', 'b'.repeat(307), 0, 3],
    ['an escaped letter at the seam', `${'a'.repeat(152)}€${'b'.repeat(20)}`, 0, 2],
    ['what the seven-bit alphabet has', '@£$_{}[]~\\|^€ÄÖñ\n?', 0, 1],
    ['a letter that it lacks', 'Český', 8, 1],
  ])('%s', async (_name, words, dataCoding, count) => {
    const taken = await send(words);
    expect(messagesIn(server.parts)).toEqual([{ to: '8613812345678', words }]);
    expect(server.parts.map((part) => part.dataCoding)).toEqual(Array(count).fill(dataCoding));
    expect(taken.map(({ position, parts }) => [position, parts])).toEqual(
      Array.from({ length: count }, (_, position) => [position, count]),
    );
    for (const part of server.parts)
      expect(part.octets.length).toBeLessThanOrEqual(dataCoding === 8 ? 140 : 160);
    if (count > 1)
      expect(server.parts.map((part) => headerOf(part)?.position)).toEqual(
        server.parts.map((_, at) => at + 1),
      );
  });

  it('of a part that begins no sign by its second half', async () => {
    await send(`${'字'.repeat(66)}𠮷${'社'.repeat(60)}`);
    expect(server.parts.map((part) => wordsIn(part).length / 2)).toEqual([66, 62]);
  });

  it('with sender, validity and the wish for a receipt', async () => {
    await send(chinese);
    expect(server.parts[0]).toMatchObject({
      ...{ from: '106900001234', to: '8613812345678', registeredDelivery: 1, validity: '000000001000000R' },
    });
  });

  it('refuses a novel', async () => {
    await expect(send('字'.repeat(671))).rejects.toThrow(RangeError);
    expect(server.parts).toEqual([]);
  });
});

describe('an operator who does not take a message', () => {
  const throttled = 0x58;
  it('throttles: what was accepted is not sent again', async () => {
    server.answerNext(0, throttled);
    const words = '字'.repeat(150);
    const taken: number[] = [];
    const attempt = gateway.send(text(words), ({ position }) => Promise.resolve(void taken.push(position)));
    await expect(attempt).rejects.toThrow('ESME_RTHROTTLED');
    expect(taken).toEqual([0]);
    await send(words, taken);
    expect(messagesIn(server.parts).map((one) => one.words)).toEqual([words]);
    expect(server.parts).toHaveLength(3);
  });

  it('refuses the number for good', async () => {
    server.answerNext(0x0b);
    await expect(send('您好')).rejects.toBeInstanceOf(PermanentFailure);
  });

  it('cuts the link: it is bound anew', async () => {
    await send('一');
    server.cut();
    await expect.poll(() => server.bound()).toBe(0);
    await send('二');
    expect(messagesIn(server.parts).map((one) => one.words)).toEqual(['一', '二']);
  });

  it('is asked by two at once over one link', async () => {
    await Promise.all([send('一'), send('二'), send('三')]);
    expect(server.bound()).toBe(1);
  });

  it('does not know the password, and is not there', async () => {
    const wrong = server.url.replace('secret-1', 'other-1');
    await expect(tryGateway(wrong)).rejects.toThrow('ESME_RINVPASWD');
    await expect(tryGateway(server.url)).resolves.toBeUndefined();
    await server.stop();
    await expect(tryGateway(server.url)).rejects.toThrow(/ECONNREFUSED/);
    await expect(send('您好')).rejects.toThrow(/ECONNREFUSED/);
  });
});

it.each(['tlv', 'text'] as const)('takes receipts by %s, with any sign in the name', async (how) => {
  const [part] = await send('您好');
  expect(part?.operatorId).toBe('m_1@x');
  expect(await server.report('m_1@x', 'DELIVRD', how)).toEqual([0]);
  expect(await server.report('m_1@x', 'UNDELIV', how)).toEqual([0]);
  expect(await server.deliver('TD')).toEqual([0]);
  expect(reports).toEqual([
    { operatorId: 'm_1@x', state: 'delivered', detail: 'DELIVRD' },
    { operatorId: 'm_1@x', state: 'failed', detail: how === 'text' ? 'UNDELIV 042' : 'UNDELIV' },
  ]);
});
