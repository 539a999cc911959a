import { defineCatalogue } from './catalogue';
import { organisationDesk as english } from './en/organisation-desk';
import { organisationDesk as chinese } from './zh-CN/organisation-desk';

export const organisationDesk = defineCatalogue(chinese, english);
