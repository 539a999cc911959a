import { defineCatalogue } from './catalogue';
import { rotation as english } from './en/rotation';
import { rotation as chinese } from './zh-CN/rotation';

export const rotation = defineCatalogue(chinese, english);
