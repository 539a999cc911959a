import { offersOf } from '../define-subject';
import type { Subject } from '../define-subject';
import { categoryEvents } from './events';

export const categories: Subject = {
  name: 'categories',
  kinds: { category: offersOf('a category is what matters are sorted by, not one of them') },
  events: categoryEvents,
};
