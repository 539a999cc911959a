import type * as source from '../zh-CN/categories-told';

export const events: Record<keyof typeof source.events, string> = {
  'category.added': 'Category “{title}” was added: {reason}',
  'category.changed': 'Category “{was}” is now “{title}”: {reason}',
  'category.moved': 'Category “{title}” has another place in the order',
  'category.retired': 'Category “{title}” was retired: {reason}',
  'category.brought-back': 'Category “{title}” is in use again: {reason}',
};

export const reasons: Record<keyof typeof source.reasons, string> = {
  'categories.needed': 'This one cannot be retired: it is for what nobody has sorted.',
  'categories.retired-already': 'This category is retired already.',
  'categories.unknown': 'There is no such category. Please choose from the list.',
  'categories.retired': 'This category is retired. Please choose another.',
  'categories.known-code': 'This code is taken. Please choose another.',
  'categories.known-name': 'There is a category of this name.',
  'categories.same-words': 'Neither the names nor the group differ from before.',
  'categories.too-many': 'There can be {most} categories at most.',
  'categories.at-the-end': 'It cannot be moved further. Please reload the page to see the order as it is.',
};
