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
};
