import { defineCatalogue } from './catalogue';
import { pictureField as english } from './en/picture-field';
import { pictureField as chinese } from './zh-CN/picture-field';

/** The field that takes pictures, on pages of several subjects: they load no other words for it. */
export const pictureField = defineCatalogue(chinese, english);
