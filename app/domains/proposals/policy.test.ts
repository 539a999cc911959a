import { describe, expect, it } from 'vitest';
import type { PersonActor, Role } from '../actor';
import { mayAnswerProposal, mayEditProposal, mayEndorse, mayReadProposal } from './policy';

const community = '421002001001';
const person = (personId: string, held?: { role: Role; areaId: string }): PersonActor => ({
  kind: 'person',
  personId,
  displayName: personId,
  emailConfirmed: true,
  homeAreaId: null,
  residenceAreaId: null,
  roles: held ? [held] : [],
  memberships: [],
  actingFor: null,
});
const proposal = { state: 'gathering', authorId: 'author', areaId: community, hiddenAt: null };
const author = person('author');
const neighbour = person('neighbour');
const moderator = person('moderator', { role: 'moderator', areaId: '421002' });
const stranger = person('stranger', { role: 'moderator', areaId: '421003' });
const visitor = { kind: 'visitor' } as const;

describe('endorsing', () => {
  it('is for signed-in neighbours with a confirmed address, not for the author', () => {
    expect(mayEndorse(neighbour, proposal)).toEqual({ allowed: true });
    expect(mayEndorse(author, proposal)).toEqual({ allowed: false, reason: 'proposals.own-proposal' });
    expect(mayEndorse(visitor, proposal)).toEqual({ allowed: false, reason: 'proposals.sign-in-to-endorse' });
    expect(mayEndorse({ ...neighbour, emailConfirmed: false }, proposal).allowed).toBe(false);
  });

  it('ends with the gathering, and rests while the proposal is hidden', () => {
    expect(mayEndorse(neighbour, { ...proposal, state: 'review' }).allowed).toBe(false);
    expect(mayEndorse(neighbour, { ...proposal, hiddenAt: new Date(0) }).allowed).toBe(false);
  });
});

it('shows a draft to its author only', () => {
  const draft = { ...proposal, state: 'draft' };
  expect(mayReadProposal(author, draft).allowed).toBe(true);
  expect([visitor, neighbour, moderator].map((actor) => mayReadProposal(actor, draft).allowed)).toEqual([
    false,
    false,
    false,
  ]);
});

it('shows what was hidden to its author and the moderators of its area', () => {
  const hidden = { ...proposal, hiddenAt: new Date(0) };
  expect([author, moderator].every((actor) => mayReadProposal(actor, hidden).allowed)).toBe(true);
  expect([visitor, neighbour, stranger].some((actor) => mayReadProposal(actor, hidden).allowed)).toBe(false);
});

it('fixes the text when the gathering ends', () => {
  expect(mayEditProposal(author, proposal).allowed).toBe(true);
  expect(mayEditProposal(neighbour, proposal).allowed).toBe(false);
  expect(mayEditProposal(author, { ...proposal, state: 'voting' })).toEqual({
    allowed: false,
    reason: 'proposals.text-is-fixed',
  });
});

it('lets moderators at or above the area answer', () => {
  expect(mayAnswerProposal(moderator, proposal).allowed).toBe(true);
  expect(mayAnswerProposal(stranger, proposal).allowed).toBe(false);
  expect(mayAnswerProposal(moderator, { ...proposal, state: 'expired' }).allowed).toBe(false);
});
