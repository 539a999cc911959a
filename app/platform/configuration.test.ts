import { describe, expect, it } from 'vitest';
import { describeConfiguration, readConfiguration } from './configuration.server';
import { smppAddress } from './sms/smpp-address';
import { ensureProductionReady } from './production-ready.server';

const own = { SESSION_SECRET: 'x'.repeat(32), DATA_KEY: Buffer.alloc(32, 1).toString('base64') };

describe('configuration', () => {
  it('works with nothing set, and takes what is set to nothing as not set', () => {
    expect(readConfiguration({})).toEqual(readConfiguration({ PORT: '', SMTP_URL: ' ', DEMO_MODE: '' }));
    expect(readConfiguration({ PORT: '8080' }).publicUrl).toBe('http://localhost:8080');
    expect(readConfiguration({ HOST: '::' }).publicUrl).toBe('http://localhost:3000');
    expect(readConfiguration({ PUBLIC_URL: 'https://gongzhi.example/' }).publicUrl).toBe(
      'https://gongzhi.example',
    );
  });

  it('names every bad variable at once', () => {
    const bad = {
      PORT: 'eighty',
      DATA_KEY: 'short',
      DATABASE_URL: 'mysql://x',
      TIME_ZONE: 'Mars/North',
      PUBLIC_URL: 'javascript:alert(1)',
      DEMO_MODE: 'perhaps',
      SMTP_URL: 'mail.example',
      SMS_URL: 'smpp://operator.example:2775',
      SMS_FROM: 'a name that is too long',
      SMS_COUNTRIES: '86,China',
      SMS_DAILY_LIMIT: '0',
    };
    for (const name of Object.keys(bad)) {
      expect(() => readConfiguration(bad)).toThrow(new RegExp(`^  ${name}: `, 'm'));
    }
  });

  it('reads what text messages go by', () => {
    expect(readConfiguration({}).sms).toEqual({
      ...{ url: '', from: '', signature: '', countries: ['86'], mostInADay: 2000 },
    });
    const sms = { SMS_URL: 'smpps://user:p%40ss@[::1]:3551?system_type=SP', SMS_SIGNATURE: '【共治】' };
    expect(readConfiguration({ ...sms, SMS_COUNTRIES: '86,852' }).sms).toMatchObject({
      ...{ signature: '共治', countries: ['86', '852'] },
    });
    expect(smppAddress(sms.SMS_URL)).toEqual({
      ...{ host: '::1', port: 3551, tls: true, systemType: 'SP', systemId: 'user', password: 'p@ss' },
    });
    for (const url of ['smpp://host', 'smpp://user:x@host:0', 'http://u:p@host', 'smpp://u:%zz@host', 'x'])
      expect(smppAddress(url), url).toBeNull();
  });

  it('refuses production with demo secrets and names them', () => {
    expect(() => ensureProductionReady(readConfiguration({}))).toThrow(/SESSION_SECRET(.|\n)*DATA_KEY/);
    expect(() => ensureProductionReady(readConfiguration({ ...own, DEMO_MODE: 'true' }))).toThrow(
      'DEMO_MODE',
    );
    expect(() => ensureProductionReady(readConfiguration(own))).not.toThrow();
  });

  it('describes each variable, and tells no secret', () => {
    const described = describeConfiguration();
    expect(described.every((variable) => variable.purpose !== '')).toBe(true);
    expect(described).toContainEqual({ name: 'PORT', purpose: 'Port to listen on', default: '3000' });
    expect(JSON.stringify(described)).not.toContain('known to everyone');
  });
});

it.each([
  'smtp://',
  'smtps://',
  'smtp://user:word@host:99999',
  'smtp://host:0',
  'smtp://ho st',
  'http://host',
])('refuses the mail server %s at the start', (SMTP_URL) => {
  expect(() => readConfiguration({ SMTP_URL })).toThrow('SMTP_URL');
});
