import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { notificationText } from './notifications/notification-text';
import { jobHandlers, knownSubjects, recurringJobs } from './registry.server';
import { subjects } from './subjects';
import { subjectServers } from './subjects.server';
import { hasKey } from '~/i18n/catalogue';
import { home } from '~/i18n/home';
import { moderation } from '~/i18n/moderation';
import { workOrders } from '~/i18n/work-orders';
import { kindsWithPage, pathOfSubject, paths } from '~/paths';

const folder = new URL('.', import.meta.url);
const kinds = subjects.flatMap((subject) => Object.entries(subject.kinds));

/** Asked for the names of what it has alone: nothing of it is run. */
const noContext = {} as Parameters<typeof jobHandlers>[0];

const routes = new URL('../routes/', import.meta.url);
const routeSources = readdirSync(routes, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => readFileSync(new URL(file.replaceAll('$', '%24'), routes), 'utf8'));

/** Folders that only put together what the others have. */
const aboveAll = ['insights', 'administration'];

/** Pages that show how far the work is are kept under these topics. */
const topicsOf = /const topics = \[.*\];/;

describe('the manifests', () => {
  it('stand in every folder of a subject, and in the list', () => {
    const folders = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !aboveAll.includes(entry.name))
      .map((entry) => entry.name);
    expect(subjects.map(({ name }) => name).sort()).toEqual(folders.sort());
    for (const name of folders)
      for (const half of ['subject.ts', 'subject.server.ts'])
        expect(existsSync(new URL(`${name}/${half}`, folder)), `${name}/${half}`).toBe(true);
  });

  it('have their two halves in the same order, with an access for each kind and for no other', () => {
    expect(subjectServers.map(({ subject }) => subject)).toEqual(subjects);
    for (const { subject, access } of subjectServers)
      expect(Object.keys(access).sort(), subject.name).toEqual(Object.keys(subject.kinds).sort());
  });

  it('name every kind that has a page, once', () => {
    expect(kinds.map(([kind]) => kind).sort()).toEqual([...kindsWithPage].sort());
  });

  it('share no type of event: the table of all holds as many as the subjects have', () => {
    const types = subjects.flatMap(({ events }) => Object.keys(events));
    expect(new Set(types).size).toBe(types.length);
  });
});

describe('each kind', () => {
  it.each(kinds)('%s says what can be done with it, or why not', (_kind, offers) => {
    for (const [offer, given] of Object.entries(offers))
      if (given !== true) expect(given.length, offer).toBeGreaterThan(20);
  });

  it.each(kinds)('%s leads its notices to its own page', (kind) => {
    const path = pathOfSubject(kind, 'ID');
    expect(path).not.toBe(paths.home);
    const notice = { type: 'content.reported', subjectKind: kind, subjectId: 'ID', data: { title: '.' } };
    expect(notificationText({ locale: 'zh-CN', timeZone: 'Asia/Shanghai' }, notice).path).toBe(path);
  });

  it('offers following on a page exactly where it can be followed', () => {
    const offered = routeSources.flatMap((text) =>
      [...text.matchAll(/<Follow(?:Button|AndShare)\b[^>]*?\bkind="([^"]+)"/g)].map(([, kind = '']) => kind),
    );
    const followed = kinds.filter(([, offers]) => offers.followed === true).map(([kind]) => kind);
    expect([...new Set(offered)].sort()).toEqual(followed.sort());
  });

  it.each(kinds)('%s has behind each offer what it takes', (kind, offers) => {
    const searched = subjectServers.some(({ search = {} }) => kind in search);
    expect(searched).toBe(offers.searched === true);
    expect(knownSubjects.reports.has(kind)).toBe(offers.reported === true);
    expect(knownSubjects.attachments.has(kind)).toBe(offers.pictured === true);
    if (offers.ordered === true) expect(knownSubjects.takenUp.has(kind)).toBe(true);
    if (offers.searched === true) expect(hasKey(home, `search-kind.${kind}`)).toBe(true);
  });
});

describe('what work orders take up', () => {
  it.each([...knownSubjects.takenUp.keys()])('of kind %s has a name on the pages of orders', (kind) => {
    expect(hasKey(workOrders, `kind.${kind}`)).toBe(true);
    const offers = knownSubjects.offersOf(kind);
    if (offers) expect(offers.ordered).toBe(true);
  });

  it('is named by no file of orders: a new kind touches none', () => {
    const orders = new URL('workorders/', folder);
    const named = readdirSync(orders, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .filter((file) =>
        [...knownSubjects.takenUp.keys()].some((kind) =>
          readFileSync(new URL(file, orders), 'utf8').replace(topicsOf, '').includes(`'${kind}'`),
        ),
      );
    expect(named).toEqual([]);
  });
});

describe('what waits for moderators', () => {
  it.each(knownSubjects.queueKinds)(
    'as %s has words, and buttons where it is decided in the list',
    (kind) => {
      expect(hasKey(moderation, `kind.${kind}`)).toBe(true);
      const decided = knownSubjects.queue.has(kind);
      for (const button of ['approve', 'refuse'])
        expect(hasKey(moderation, `${button}.${kind}`), button).toBe(decided);
    },
  );

  it('is decided only under kinds that a subject names', () => {
    expect(
      [...knownSubjects.queue.keys()].filter((kind) => !knownSubjects.queueKinds.includes(kind)),
    ).toEqual([]);
  });
});

describe('jobs', () => {
  it('that events feed have a handler', () => {
    const handlers = Object.keys(jobHandlers(noContext));
    const fed = subjects.flatMap(({ listeners = [] }) => listeners.map(({ job }) => job));
    expect(fed.length).toBeGreaterThan(1);
    expect(fed.filter((job) => !handlers.includes(job))).toEqual([]);
  });

  it('that recur are as many as the subjects name, and four of the house', () => {
    const named = subjectServers.flatMap((server) => Object.keys(server.recurring?.(noContext) ?? {}));
    expect(Object.keys(recurringJobs(noContext)).length).toBe(named.length + 4);
  });
});
