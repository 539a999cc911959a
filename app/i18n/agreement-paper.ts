import { defineCatalogue } from './catalogue';
import { agreementPaper as english } from './en/agreement-paper';
import { agreementPaper as chinese } from './zh-CN/agreement-paper';

export const agreementPaper = defineCatalogue(chinese, english);
