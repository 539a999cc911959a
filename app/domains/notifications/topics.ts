/** What a person can mute: by the subject whose events they are told of. What names the person is told in any case. */
export const mutableTopics = [
  'proposals',
  'feedback',
  'deliberation',
  'opinions',
  'ballots',
  'councils',
  'volunteering',
  'agreements',
  'workorders',
  'statistics',
  'meetings',
  'moderation',
  'organisations',
  'responsibility',
  'targets',
  'territory',
  'bridges',
] as const;
export type MutableTopic = (typeof mutableTopics)[number];
