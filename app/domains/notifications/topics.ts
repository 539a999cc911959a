/** What a person can mute: by the subject whose events they are told of. What names the person is told in any case. */
export const mutableTopics = [
  'proposals',
  'feedback',
  'deliberation',
  'opinions',
  'ballots',
  'volunteering',
  'agreements',
  'workorders',
  'meetings',
  'moderation',
  'organisations',
  'responsibility',
  'targets',
  'territory',
] as const;
export type MutableTopic = (typeof mutableTopics)[number];
