import type { paperReasons as source } from '../zh-CN/paper-reasons';

export const paperReasons: Record<keyof typeof source, string> = {
  'ballots.points-not-whole': 'Please give whole points, or leave it empty.',
  'ballots.points-too-many-each': 'At most {most} can be given to one project.',
  'ballots.points-over-total': 'You have given {sum} points, but there are {total}. Please take some back.',
  'ballots.rank-repeated': 'This place is given to another project already. Please choose another.',
  'ballots.sheet-points-over-total':
    'The points add up to {sum}, but there are only {total}. Look at the sheet again: correct what you typed, or tick below that it says so.',
  'ballots.sheet-points-too-many-each':
    'At most {most} can be given to one project. Look at the sheet again: correct what you typed, or tick below that it says so.',
  'ballots.sheet-points-not-whole':
    'This is no whole number of points. Look at the sheet again: correct what you typed, or tick below that it says so.',
  'ballots.sheet-rank-repeated':
    'This place is given to another project, too. Look at the sheet again: correct what you typed, or tick below that it says so.',
  'ballots.sheet-score-out-of-range':
    'A score is out of range. Look at the sheet again: correct what you typed, or tick below that it says so.',
  'ballots.sheet-too-many':
    'More is marked than a paper may choose. Look at the sheet again: correct what you typed, or tick below that it says so.',
  'ballots.sheet-too-expensive':
    'These projects cost more together than a paper may. Look at the sheet again: correct what you typed, or tick below that it says so.',
  'ballots.sheet-not-allowed':
    'The rules of the ballot do not allow such a paper. Look at the sheet again: correct what you typed, or tick below that it says so.',
};
