import type { orderSheet as source } from '../zh-CN/order-sheet';

export const orderSheet: typeof source = {
  title: 'Order sheet',
  askers: 'Asked by',
  caller: 'A caller or visitor (the contact is kept encrypted and opened apart)',
  'more-askers': '{count} more',
  'channel-portal': 'This portal',
  coordinator: 'Coordinated by',
  lead: 'Led by',
  'helper-open': 'not reported yet',
  registered: 'Registered',
  accepted: 'Accepted',
  done: 'Reported as done',
  result: 'Result',
  day: 'Day {day}',
  'sign-line': 'Signed: ____________  Date: ____________',
  printed: 'Printed: {time}',
  'as-pdf': 'Download as PDF',
};
