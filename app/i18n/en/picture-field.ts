import type { pictureField as chinese } from '../zh-CN/picture-field';

export const pictureField: Record<keyof typeof chinese, string> = {
  hint: 'Up to {count} pictures of at most 8 MB each, as phones take them (HEIC, too). Where and when they were taken is removed.',
  camera: 'Take a picture now',
  chosen: 'Chosen pictures',
  number: 'Picture {number}',
  describe: 'Say what the picture shows (optional)',
  shows: 'What does it show? A few words help those who cannot see it (optional)',
  'shows-example': 'For example: the lamp at door 3 is dark',
  done: '{done} of {count} sent.',
  full: 'There are {count}: no more can be added.',
  'sent-after': 'The form is sent once the pictures are there: no need to press again.',
  preparing: 'Preparing …',
  sending: '{percent}% sent',
  waiting: 'No network: it goes on when it is back ({percent}% sent)',
  progress: 'How far {name} has come',
  cancel: 'Cancel',
  remove: 'Remove',
  'refused.empty': 'This file is empty (0 bytes): please remove it and choose again.',
  'refused.too-large':
    'This picture is too large, and could not be shrunk here: please remove it and choose one of at most 8 MB.',
  'refused.signed-out':
    'You are signed out: please sign in in another window, then remove this picture and choose it again. What you typed is still here.',
  'refused.failed': 'This picture could not be sent: please remove it and choose it again.',
};
