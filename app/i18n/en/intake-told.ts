import type { events as sourceOfEvents, reasons as sourceOfReasons } from '../zh-CN/intake-told';

export const events: Record<keyof typeof sourceOfEvents, string> = {
  'work-order.caller-answered': 'The caller’s answer on the order “{title}” is recorded',
  'work-order.caller-read': 'A coordinator opened a caller’s number to call back on the order “{title}”',
  'work-order.caller-not-reached': 'The call-back on the order “{title}” reached nobody',
  'work-order.message-written': 'The office wrote to you about the work order “{title}”: please answer',
  'work-order.message-answered': 'Who asked answered you about the work order “{title}”',
};

export const reasons: Record<keyof typeof sourceOfReasons, string> = {
  'work-orders.calls-by-staff': 'Calls are taken by the moderators and staff of the area.',
  'work-orders.own-work': 'You act for the department that did the work: somebody else asks the caller.',
  'work-orders.tried-often':
    'This caller was noted as not reached many times already; no more are noted. An answer can still be recorded.',
  'work-orders.caller-answered': 'This caller has answered already, or the order is not being called back.',
  'work-orders.names-caller':
    'The order is public: leave out the caller’s name and number. Where the caller wants it, choose “in confidence”.',
  'work-orders.step-names-caller':
    'What is written here is for everyone to read: leave out the caller’s name and number.',
  'work-orders.step-tells-matter':
    'What is written here is for everyone to read, and a part of it stands word for word in a matter that is not public: say it otherwise, without its words.',
  'work-orders.number-known': 'This official number is registered already.',
  'feedback.misconduct':
    'This is a report of misconduct: only who made it and the moderators of the area read it.',
  'work-orders.too-many-messages': 'There are {most} messages between you already: please call or meet.',
  'work-orders.office-begins': 'You can answer once the office has written.',
  'work-orders.words-of-report':
    'The order must not use the words of the report: the department reads it. Please write it anew, with nothing that tells of the reporter.',
};
