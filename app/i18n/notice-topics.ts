import { defineCatalogue } from './catalogue';
import { noticeTopics as english } from './en/notice-topics';
import { noticeTopics as chinese } from './zh-CN/notice-topics';

export const noticeTopics = defineCatalogue(chinese, english);
