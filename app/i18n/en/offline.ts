import type { offline as source } from '../zh-CN/offline';

export const offline: Record<keyof typeof source, string> = {
  'shortcut.report': 'Report a problem',
  'shortcut.waits': 'What waits for me',
  title: 'What can be read without a network',
  'no-network': 'There is no network',
  'not-kept':
    'The page that you asked for is not kept on this device: it can be opened once there is a network.',
  again: 'Try again',
  list: 'Pages that are kept',
  'list-empty':
    'No page is kept yet. Public pages that you look at are kept, and can be read without a network.',
  'kept-at': 'Kept {time}',
  'what-is-kept':
    'Kept are the public pages that you looked at last, at most {count}, as anyone sees them who is not signed in. Your own pages, and what can only be read when signed in, are never kept. All of them are thrown away when you sign out.',
  'kept-line': 'This page was kept {time}; there is no network just now.',
  'kept-line-back': 'The network is back. You still see the page that was kept {time}.',
  'see-newest': 'See it as it is now',
  'see-others': 'Other pages that are kept',
  update: 'There is a new version: update now',
  'update-later':
    'There is a new version. What you typed is not sent yet: send it first; the next page is the new one.',
  'unsent-title': 'Feedback that is not sent yet ({count})',
  'unsent-waits': 'Not sent yet: it is sent by itself once there is a network.',
  'unsent-kept': 'Kept on this device {time}.',
  'unsent-pictures': 'Pictures: {count}.',
  'unsent-missing': 'Pictures that could not be kept: {count}. Please add them once it is sent.',
  'unsent-state.waiting': 'It is sent by itself once there is a network.',
  'unsent-state.signed-out': 'You are signed out: it is sent once you have signed in.',
  'unsent-state.other-sender':
    'You wrote this in another capacity: it is sent once you act in that capacity again.',
  'unsent-state.refused': 'It was not taken:',
  'unsent-sign-in': 'Sign in',
  'unsent-words': 'What it says',
  'unsent-send': 'Send now',
  'unsent-drop': 'Do not send',
  'unsent-drop-text': 'What is deleted cannot be brought back.',
  'unsent-drop-now': 'Delete',
  'unsent-line': 'Feedback not sent yet: {count}. It is sent by itself once there is a network.',
  'unsent-line-visitor':
    'Feedback on this device that is not sent yet: {count}. It is sent once its writer has signed in.',
  'unsent-sent': 'Feedback that could not be sent before is sent now.',
  'unsent-see': 'See',
};
