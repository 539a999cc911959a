import { defineCatalogue } from './catalogue';
import { noticeWays as english } from './en/notice-ways';
import { noticeWays as chinese } from './zh-CN/notice-ways';

export const noticeWays = defineCatalogue(chinese, english);
