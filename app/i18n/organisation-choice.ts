import { defineCatalogue } from './catalogue';
import { organisationChoice as english } from './en/organisation-choice';
import { organisationChoice as chinese } from './zh-CN/organisation-choice';

export const organisationChoice = defineCatalogue(chinese, english);
