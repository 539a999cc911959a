import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { notificationText } from './notifications/notification-text';
import { jobHandlers, knownSubjects, recurringJobs } from './registry.server';
import { subjects } from './subjects';
import { subjectServers } from './subjects.server';
import { hasKey } from '~/i18n/catalogue';
import { home } from '~/i18n/home';
import { moderation } from '~/i18n/moderation';
import { kindsWithPage, pathOfSubject, paths } from '~/paths';

const folder = new URL('.', import.meta.url);
const kinds = subjects.flatMap((subject) => Object.entries(subject.kinds));

/** Asked for the names of what it has alone: nothing of it is run. */
const noContext = {} as Parameters<typeof jobHandlers>[0];

/** A folder that only puts together what the others have. */
const aboveAll = ['insights'];
/** A folder of rules that only the command line uses so far: nothing of it is kept. */
const onlyRules = ['councils'];

describe('the manifests', () => {
  it('stand in every folder of a subject, and in the list', () => {
    const folders = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && ![...aboveAll, ...onlyRules].includes(entry.name))
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

  it.each(kinds)('%s has behind each offer what it takes', (kind, offers) => {
    const searched = subjectServers.some(({ search = {} }) => kind in search);
    expect(searched).toBe(offers.searched === true);
    expect(knownSubjects.reports.has(kind)).toBe(offers.reported === true);
    expect(knownSubjects.attachments.has(kind)).toBe(offers.pictured === true);
    if (offers.searched === true) expect(hasKey(home, `search-kind.${kind}`)).toBe(true);
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

  it('that recur are as many as the subjects name, and three of the house', () => {
    const named = subjectServers.flatMap((server) => Object.keys(server.recurring?.(noContext) ?? {}));
    expect(Object.keys(recurringJobs(noContext)).length).toBe(named.length + 3);
  });
});
