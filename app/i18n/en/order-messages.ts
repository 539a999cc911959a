import type { orderMessages as source } from '../zh-CN/order-messages';

export const orderMessages: Record<keyof typeof source, string> = {
  title: 'Contact through the portal',
  'lead-staff':
    'Write to who asked: they get it and answer on the portal. Neither sees the name, number or mail address of the other. What is written is kept with the order.',
  'lead-asker':
    'Those who work on it write to you over the portal. Neither sees how the other is reached. What is written is kept with the order.',
  nobody: 'Nobody behind this order can be reached on the portal',
  'nobody-hint': 'Callers are reached by phone, from the page of the order.',
  'with-asker': 'Person {number} of those who asked',
  'with-office': 'You and the office',
  none: 'Nothing was written yet.',
  'from-asker': 'Who asked',
  'from-office': 'Office',
  body: 'Message',
  'body-hint': 'Please write no phone numbers or addresses.',
  send: 'Send',
  'office-begins': 'You can answer here once the office has written.',
  flash: 'Sent; they are told.',
  link: 'Contact who asked through the portal',
};
