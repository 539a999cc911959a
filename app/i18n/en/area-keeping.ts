import type { areaKeeping as source } from '../zh-CN/area-keeping';

export const areaKeeping: Record<keyof typeof source, string> = {
  title: 'Names and changes of {name}',
  lead: 'Division code {code}. Each change of the name stays on public record; documents and rolls that were made keep the name they had.',
  history: 'Changes',
  'history-none': 'Nothing has changed yet.',
  link: 'Names and changes',
  rename: 'Rename',
  'rename-submit': 'Rename',
  'rename-reason': 'By what it is renamed',
  add: 'Add an area below',
  'add-hint':
    'Right below this one. Offices, responsibility lists and terms from above reach it at once. For many at a time there is gongzhi import-areas.',
  'add-submit': 'Add',
  'add-reason': 'By what it is set up',
  code: 'Division code',
  'code-hint': 'The statistical division code of 12 digits; a grid has three more',
  name: 'Name',
  'name-english': 'English name',
  'reason-hint': 'As the number of the decree; it is public',
  'flash-renamed': 'Renamed.',
  'flash-added': 'Added.',
  close: 'Close into another area',
  'close-not-yet': 'It cannot be closed yet:',
  'close-hint':
    'Nothing new begins here then. What is open goes on with the offices of the other area; roles and residents move there, and each is told. What is over keeps its name. This cannot be undone.',
  'close-submit': 'Close',
  'close-reason': 'Why it is closed',
  successor: 'Area that takes it in',
  'flash-closed': 'Closed. Residents are being moved to the other area.',
  closed: 'This area is closed.',
};
