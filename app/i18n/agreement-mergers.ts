import { defineCatalogue } from './catalogue';
import { agreementMergers as english } from './en/agreement-mergers';
import { agreementMergers as chinese } from './zh-CN/agreement-mergers';

export const agreementMergers = defineCatalogue(chinese, english);
