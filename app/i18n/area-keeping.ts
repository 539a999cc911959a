import { defineCatalogue } from './catalogue';
import { areaKeeping as english } from './en/area-keeping';
import { areaKeeping as chinese } from './zh-CN/area-keeping';

export const areaKeeping = defineCatalogue(chinese, english);
