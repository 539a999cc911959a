import { defineCatalogue } from './catalogue';
import { invitations as english } from './en/invitations';
import { invitations as chinese } from './zh-CN/invitations';

export const invitations = defineCatalogue(chinese, english);
