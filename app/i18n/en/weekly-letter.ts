import type { Message } from '../catalogue';
import type { weeklyLetter as source } from '../zh-CN/weekly-letter';

export const weeklyLetter: Record<keyof typeof source, Message> = {
  subject: 'Your week',
  waits: 'WAITING FOR YOU',
  until: 'by {day}',
  moved: 'WHAT YOU FOLLOW',
  more: '{count} more in your inbox: {url}',
  opened: 'NEW BALLOTS',
  'opened-until': 'until {day}',
  solved: 'SOLVED THIS WEEK',
  numbers:
    'In your community this week: {asked} matters reported, {solved} solved, as those who asked confirm.',
  change: 'Change or stop this letter: {url}',
};
