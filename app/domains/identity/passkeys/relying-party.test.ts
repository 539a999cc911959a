import { describe, expect, it } from 'vitest';
import { relyingPartyOf } from './relying-party';
import { readConfiguration } from '~/platform/configuration.server';

describe('who asks for passkeys', () => {
  it.each([
    ['https://gongzhi.example', 'gongzhi.example', 'https://gongzhi.example'],
    ['https://gongzhi.example:8443/', 'gongzhi.example', 'https://gongzhi.example:8443'],
    ['http://localhost:3000', 'localhost', 'http://localhost:3000'],
    ['http://portal.localhost:3000', 'portal.localhost', 'http://portal.localhost:3000'],
  ])('is the portal at %s', (publicUrl, id, origin) =>
    expect(relyingPartyOf({ publicUrl })).toEqual({ id, origin }),
  );

  it.each(['http://127.0.0.1:3000', 'https://10.0.0.7', 'https://[::1]:3000', 'http://gongzhi.example'])(
    'is nobody at %s, where browsers refuse',
    (publicUrl) => expect(relyingPartyOf({ publicUrl })).toBeNull(),
  );

  it('is there for what `npm start` prints', () => {
    for (const HOST of ['127.0.0.1', '0.0.0.0', '::', '::1'])
      expect(relyingPartyOf(readConfiguration({ HOST }))?.origin).toBe('http://localhost:3000');
  });
});
