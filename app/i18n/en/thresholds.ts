export const thresholds = {
  title: 'Endorsements needed',
  lead: 'By how many endorsements a proposal comes before its office. The nearest area’s number holds; where none says one, it is {usual}. A change holds for proposals that are published afterwards.',
  none: 'Nothing is said in your areas.',
  area: 'Area',
  count: 'Endorsements',
  reason: 'Why',
  'reason-hint': 'Everybody can read it',
  set: 'Say how many',
  drop: 'Take it back',
  'drop-title': 'Take back what is said of “{name}”?',
  'flash-set': 'It is said.',
  'flash-dropped': 'Taken back: what is said above holds.',
};
