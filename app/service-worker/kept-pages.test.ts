import { decode } from 'turbo-stream';
import { describe, expect, it } from 'vitest';
import { assetsIn, loadWhole, markedAsKept, mayBeAsked, mayBeKept, pageOfData, titleIn } from './kept-pages';
import { paths } from '~/paths';
import { offlinePaths } from '~/paths-offline';

const answer = (
  over: Partial<{ status: number; redirected: boolean; type: string; keeping: string }> = {},
) => {
  const {
    status = 200,
    redirected = false,
    type = 'text/html; charset=utf-8',
    keeping = 'private, no-cache',
  } = over;
  return { status, redirected, headers: new Headers({ 'Content-Type': type, 'Cache-Control': keeping }) };
};

describe('which pages may be kept', () => {
  it('those that anyone comes to read', () => {
    for (const pathname of [
      ...[paths.home, paths.proposals, paths.proposal('x'), paths.feedbackItem('x'), paths.ballot('x')],
      ...[paths.page('help'), paths.services, paths.workOrder('x'), paths.area('421002'), paths.statistics],
    ])
      expect(mayBeAsked({ pathname }), pathname).toBe(true);
  });

  it('none of accounts, care, moderation, administration, mail, signing in, and no files', () => {
    for (const pathname of [
      ...[
        paths.account,
        paths.devices,
        paths.inbox,
        paths.mine,
        paths.mailbox,
        paths.care,
        paths.careNeed('x'),
      ],
      ...[paths.moderation, paths.moderationLog, paths.administration, paths.people, paths.apiKeys],
      ...[paths.workbench, paths.signIn, paths.signInByCode(), paths.secondFactor, paths.register],
      ...[paths.confirm('x'), paths.resetPassword('x'), paths.invitation('x'), paths.unsubscribe('x')],
      ...[paths.calendar('x'), paths.file('x'), paths.search, offlinePaths.offline, paths.ballotPapers('x')],
      ...['/Account', '/CARE/x'],
    ])
      expect(mayBeAsked(new URL(pathname, 'https://portal.example')), pathname).toBe(false);
  });

  it('only what a visitor was answered with, and browsers may keep', () => {
    expect(mayBeKept(answer())).toBe(true);
    expect(mayBeKept(answer({ keeping: 'private, no-store' }))).toBe(false);
    expect(mayBeKept(answer({ redirected: true }))).toBe(false);
    expect(mayBeKept(answer({ type: 'application/json' }))).toBe(false);
    for (const status of [201, 302, 401, 404, 410, 500]) expect(mayBeKept(answer({ status }))).toBe(false);
  });
});

describe('a kept page', () => {
  const html =
    '<!DOCTYPE html><html lang="zh-CN" dir="ltr"><head><title>路灯 &amp; 树 · 共治</title><link rel="modulepreload" href="/assets/zh-CN/root-a_1.js"/><link rel="stylesheet" href="/assets/app-b2.css"/><link rel="modulepreload" href="/assets/zh-CN/root-a_1.js"/></head>';

  it('names what it needs, once', () => {
    expect(assetsIn(html)).toEqual(['/assets/zh-CN/root-a_1.js', '/assets/app-b2.css']);
  });

  it('is listed by its title', () => {
    expect(titleIn(html)).toBe('路灯 & 树');
    expect(titleIn('<p>none</p>')).toBe('');
  });

  it('says when it was kept, in the look of its reader', () => {
    const at = '2026-11-29T06:20:00.000Z';
    const marked = markedAsKept(html, at, { theme: 'dark', senior: true });
    expect(marked).toContain(
      `<html data-kept-at="${at}" data-theme="dark" data-senior="" lang="zh-CN" dir="ltr">`,
    );
    expect(markedAsKept(html, at, { theme: null, senior: false })).toContain(
      `<html data-kept-at="${at}" lang=`,
    );
  });
});

describe('data that do not come', () => {
  it('are those of a page', () => {
    const page = (data: string) => pageOfData(new URL(data, 'https://portal.example'));
    expect(page('/_root.data')).toBe('/');
    expect(page('/proposals/x.data?_routes=root')).toBe('/proposals/x');
    expect(page('/proposals.data?state=open&page=2')).toBe('/proposals?state=open&page=2');
  });

  it('are answered so that Remix loads the page as a whole', async () => {
    const stream = new Response(loadWhole('/proposals/x')).body;
    const { value } = await decode(stream as ReadableStream<Uint8Array>, {
      plugins: [(type, said) => (type === 'SingleFetchRedirect' ? { value: { [type]: said } } : false)],
    });
    const said = { redirect: '/proposals/x', status: 302, revalidate: false, reload: true, replace: false };
    expect(value).toEqual({ SingleFetchRedirect: said });
  });
});
