import type { paperReasons as source } from '../zh-CN/paper-reasons';

export const paperReasons: Record<keyof typeof source, string> = {
  'ballots.points-not-whole': 'Please give whole points, or leave it empty.',
  'ballots.points-too-many-each': 'At most {most} can be given to one project.',
  'ballots.points-over-total': 'You have given {sum} points, but there are {total}. Please take some back.',
  'ballots.rank-repeated': 'This place is given to another project already. Please choose another.',
};
