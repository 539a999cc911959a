import { defineCatalogue } from './catalogue';
import { moderationLog as english } from './en/moderation-log';
import { moderationLog as chinese } from './zh-CN/moderation-log';

export const moderationLog = defineCatalogue(chinese, english);
