import { defineCatalogue } from './catalogue';
import { moderationFigures as english } from './en/moderation-figures';
import { moderationFigures as chinese } from './zh-CN/moderation-figures';

export const moderationFigures = defineCatalogue(chinese, english);
