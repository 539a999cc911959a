import { expect, it } from 'vitest';
import type { PersonActor } from '../actor';
import { editMinutes, mayComment, mayEditComment, mayModerateComment, mayRemoveComment } from './policy';

const author: PersonActor = {
  kind: 'person',
  personId: 'author',
  displayName: 'author',
  emailConfirmed: true,
  homeAreaId: null,
  residenceAreaId: null,
  roles: [],
  memberships: [],
  actingFor: null,
};
const posted = new Date('2026-11-24T08:00:00Z');
const comment = {
  authorId: 'author',
  areaId: '421002001001',
  createdAt: posted,
  removedAt: null,
  hiddenAt: null,
};
const after = (minutes: number) => new Date(posted.getTime() + minutes * 60_000);

it('asks for a confirmed address', () => {
  expect(mayComment(author).allowed).toBe(true);
  expect(mayComment({ ...author, emailConfirmed: false })).toEqual({
    allowed: false,
    reason: 'confirm-address-first',
  });
  expect(mayComment({ kind: 'visitor' })).toEqual({ allowed: false, reason: 'sign-in-to-comment' });
});

it('lets the author correct for half an hour and remove at any time', () => {
  expect(mayEditComment(author, comment, after(editMinutes)).allowed).toBe(true);
  expect(mayEditComment(author, comment, after(editMinutes + 1))).toEqual({
    allowed: false,
    reason: 'deliberation.too-late-to-edit',
  });
  expect(mayRemoveComment(author, comment).allowed).toBe(true);
});

it('lets nobody change the words of another, not even a moderator', () => {
  const moderator: PersonActor = {
    ...author,
    personId: 'other',
    roles: [{ role: 'moderator', areaId: '421002' }],
  };
  expect(mayEditComment(moderator, comment, posted).allowed).toBe(false);
  expect(mayModerateComment(moderator, comment).allowed).toBe(true);
  expect(
    mayModerateComment({ ...moderator, roles: [{ role: 'moderator', areaId: '421003' }] }, comment).allowed,
  ).toBe(false);
});

it('does not open what was hidden or removed to editing', () => {
  expect(mayEditComment(author, { ...comment, hiddenAt: posted }, posted).allowed).toBe(false);
  expect(mayEditComment(author, { ...comment, removedAt: posted }, posted).allowed).toBe(false);
});
