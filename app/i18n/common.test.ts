import { describe, expect, it } from 'vitest';
import { textIn } from './catalogue';
import type { Message } from './catalogue';
import { common } from './common';

const places = (message: Message) =>
  [
    ...new Set(
      Object.values(typeof message === 'string' ? [message] : message)
        .join(' ')
        .match(/\{\w+\}/g) ?? [],
    ),
  ].sort();

describe('the common texts', () => {
  it('have the same places in both languages', () => {
    for (const key of Object.keys(common['zh-CN']) as (keyof (typeof common)['zh-CN'])[]) {
      expect(places(common.en[key]), key).toEqual(places(common['zh-CN'][key]));
    }
  });

  it('are filled, and follow the plural of English', () => {
    const t = textIn('en', common);
    expect(t('account.inbox-unread', { count: 1 })).toBe('Inbox, 1 unread message');
    expect(t('account.inbox-unread', { count: 3 })).toBe('Inbox, 3 unread messages');
    expect(textIn('zh-CN', common)('error.code', { status: 404 })).toBe('错误代码 404');
  });
});
