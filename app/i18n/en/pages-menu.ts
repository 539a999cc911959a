import type { pagesMenu as source } from '../zh-CN/pages-menu';

export const pagesMenu: Record<keyof typeof source, string> = {
  about: 'About this portal',
  'page.help': 'Help',
  'page.privacy': 'Privacy',
  'page.terms': 'Rules',
  'page.imprint': 'Who runs it, and contact',
  'page.accessibility': 'Accessibility',
  phone: 'Telephone',
  mailAddress: 'Mail',
  address: 'Address',
  register: 'By registering you say that you have read:',
};
