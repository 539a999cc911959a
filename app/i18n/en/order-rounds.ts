import type { orderRounds as chinese } from '../zh-CN/order-rounds';

export const orderRounds: Record<keyof typeof chinese, string> = {
  report: 'Report',
  'report-of-round': 'Report {round}',
  'call-back-of-round': 'Call-back {round}',
  'call-back': 'Call-back',
  measures: 'Measures taken',
  'pictures-before': 'Before',
  'pictures-after': 'After',
  'call-back-count': '{asked} asked: {solved} say solved, {unsolved} say not, {silent} have not answered',
  rating: 'Mean rating',
  'rating-of': '{rating} of 5',
  'call-back-words': 'What they said (shown to those who work on it, without names)',
  'call-back-rule':
    'Rule: solved where more of those who answer say “solved” than “not solved”; a tie is not solved. Who is silent for 7 days is counted apart, on neither side.',
};
