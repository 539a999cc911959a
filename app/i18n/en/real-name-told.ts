import type * as source from '../zh-CN/real-name-told';

export const events: Record<keyof typeof source.events, string> = {
  'real-name.confirmed':
    'Your real name is confirmed (shown: {seen}). If you did not ask for it, turn to your community office or an administrator at once',
  'real-name.removed': 'deleted the real name',
};

export const reasons: Record<keyof typeof source.reasons, string> = {
  'identity.no-identity-number': 'This is not a number of such a document: please compare it once more.',
  'identity.number-taken':
    'This document belongs to another account: one for each person. Please sign in to that one, or close it first.',
  'identity.name-and-number-differ':
    'Name and number do not belong together: please compare them with the document.',
  'identity.service-unreachable':
    'The identity service does not answer, and nothing was kept. Please try again later, or go to the counter.',
  'identity.not-oneself': 'Nobody writes down the own document: please ask a colleague.',
  'identity.guardian-needed': 'Under 14: please give the name of the guardian who is there and agrees.',
  'identity.guardian-at-counter':
    'Under 14 a guardian has to agree: please come to the counter together, with your documents.',
  'identity.guardian-first':
    'Your guardian has to agree first, and was sent a mail. Once they have, please open this link again.',
};
