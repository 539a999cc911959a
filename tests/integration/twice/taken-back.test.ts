import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { subjectKits } from '../../setup/subject-kits';

/** Why nothing takes back what an act made, so that the same form is rightly answered as done. */
const reasons = {
  stays: 'no use case takes it back',
  row: 'what takes it back leaves the row, which a unique index or a state of its own shows to whoever sends it again',
  queue: 'a moderator’s decision ends it, and whatever settles a queue forgets it',
} as const;

/**
 * Each act that is done once, with the file of the use case that takes it back and lets it be done anew. A subject that is
 * added says its own in its kit, in tests/subjects.
 */
const takenBackIn: Record<string, string> = {
  ...Object.assign({}, ...(await subjectKits()).map(({ takenBack }) => takenBack)),
  'agreement.${as}': 'agreements/signing/undo-freezing.server.ts',
  'agreement.draft': 'agreements/signing/undo-freezing.server.ts',
  'agreement.note': 'agreements/drafting/answer-proposal.server.ts',
  'award.record': 'volunteering/awards/record-award.server.ts',
  'ballot.create': 'ballots/organising/cancel-ballot.server.ts',
  'ballot.draft': 'ballots/drafting/discard-draft.server.ts',
  'ballot.from-draft': 'ballots/organising/cancel-ballot.server.ts',
  'ballot.entrust': 'ballots/entrusting/entrust-vote.server.ts',
  'ballot.import': 'ballots/files/import-pb.server.ts',
  'ballot.roll-add': 'ballots/roll/keep-roll.server.ts',
  'ballot.roll-correction': 'ballots/roll/correct-roll.server.ts',
  'bridge.add-endpoint': 'bridges/webhooks/endpoints.server.ts',
  'bridge.add-source': 'bridges/inbound/sources.server.ts',
  'administration.test-mail': 'stays',
  'administration.test-text': 'stays',
  'bridge.add-target': 'stays',
  'bridge.issue-key': 'bridges/api-keys.server.ts',
  'bridge.rotate-endpoint': 'bridges/webhooks/endpoints.server.ts',
  'bridge.rotate-source': 'bridges/inbound/sources.server.ts',
  'bridge.send-order': 'stays',
  'care.contest ${needId}': 'row',
  'care.state': 'care/needs/end-need.server.ts',
  'care-task.plan ${needId}': 'care/tasks/cancel-task.server.ts',
  'census.import': 'stays',
  'certificate.issue': 'volunteering/certificates/revoke-certificate.server.ts',
  'comment.post': 'deliberation/remove-comment.server.ts',
  'content.report': 'queue',
  'hiding.appeal': 'queue',
  'conversation.open': 'opinions/end-conversation.server.ts',
  'council.found': 'councils/end-council.server.ts',
  'feedback.submit': 'feedback/withdraw-feedback.server.ts',
  'opportunity.copy': 'volunteering/activities/keep-draft.server.ts',
  'opportunity.draft': 'volunteering/activities/keep-draft.server.ts',
  'opportunity.publish': 'volunteering/activities/cancel-opportunity.server.ts',
  'organisation.register': 'queue',
  'organisation.signatory': 'organisations/signatories.server.ts',
  'proposal.draft': 'proposals/save-proposal.server.ts',
  'proposal.publish': 'proposals/save-proposal.server.ts',
  'recovery-code.give': 'identity/passkeys/enter.server.ts',
  'recovery-codes.renew': 'identity/passkeys/second-factor.server.ts',
  'residence.request': 'queue',
  'responsibility.enter': 'responsibility/keep-list.server.ts',
  'sanction.appeal': 'queue',
  'sanction.impose': 'moderation/sanctions/end-sanction.server.ts',
  'reward.offer': 'volunteering/rewards/offer-reward.server.ts',
  'reward.take': 'volunteering/rewards/take-reward.server.ts',
  'role.invite': 'identity/invitations/invite-to-role.server.ts',
  'role.invite-list': 'identity/invitations/invite-to-role.server.ts',
  'role.grant': 'identity/roles.server.ts',
  'second-factor.turn-on': 'identity/passkeys/second-factor.server.ts',
  'record.appeal': 'queue',
  'shift.guest': 'volunteering/attendance/add-at-roster.server.ts',
  'shift.add': 'volunteering/activities/change-shift.server.ts',
  'shift.series': 'volunteering/activities/change-shift.server.ts',
  'shift.write': 'stays',
  'sign-in.give': 'identity/proving/counter-sign-in.server.ts',
  'statistics.exclude-order': 'statistics/exclude-order.server.ts',
  'statistics.set-formula': 'statistics/set-formula.server.ts',
  'target.set': 'targets/set-target.server.ts',
  'template.keep': 'workorders/queue/response-templates.server.ts',
  'work-order.message': 'stays',
  'work-order.note': 'stays',
  'work-order.register': 'queue',
  'work-order.split': 'stays',
  'work-order.take-call': 'stays',
};

const domains = 'app/domains';
const sourceOf = (file: string) => readFileSync(path.join(domains, file), 'utf8');
const actsIn = (source: string) =>
  Array.from(source.matchAll(/doOnce(?:WithSecret)?\(\s*ctx,\s*['`]([^'`]+)['`]/g), ([, name = '']) => name);

it('what is done once and taken back is done anew by the same form, or stands here with why not', () => {
  const files = readdirSync(domains, { recursive: true, encoding: 'utf8' });
  const acts = files.filter((file) => file.endsWith('.server.ts')).flatMap((file) => actsIn(sourceOf(file)));
  expect([...new Set(acts)].sort()).toEqual(Object.keys(takenBackIn).sort());
  for (const [act, where] of Object.entries(takenBackIn)) {
    if (where in reasons) continue;
    expect(sourceOf(where), act).toMatch(/await forgetDone(WithSecret)?\(/);
  }
});
