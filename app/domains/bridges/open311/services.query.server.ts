import { categoryList } from '../../categories/index.server';
import type { ReadContext } from '../../context';
import { attributesOf } from '../rules/open311/services';
import type { ServiceAttribute } from '../rules/open311/services';
import { CallRefused } from './call-refused';
import { hasKey, textIn } from '~/i18n/catalogue';
import { open311 } from '~/i18n/open311';

/** The codes of all services, and of those under which something can be asked now. */
export async function serviceCodes(ctx: ReadContext): Promise<{ known: string[]; open: string[] }> {
  const { names, retired } = await categoryList(ctx);
  const known = Object.keys(names);
  return { known, open: known.filter((code) => !retired.includes(code)) };
}

/**
 * Each category that can be chosen is a service. Keywords stay empty: some clients give words such as `private` a meaning
 * of their own.
 */
export async function services(ctx: ReadContext) {
  const { names, retired } = await categoryList(ctx);
  const o = textIn(ctx.locale, open311);
  return Object.entries(names)
    .filter(([code]) => !retired.includes(code))
    .map(([code, name]) => ({
      service_code: code,
      service_name: name,
      description: o('service-description', { name }),
      metadata: true,
      type: 'realtime',
      keywords: '',
      group: o('group'),
    }));
}

function described(ctx: ReadContext, attribute: ServiceAttribute, order: number) {
  const t = textIn(ctx.locale, open311);
  const word = (key: string) => (hasKey(open311, key) ? t(key) : key);
  const { code, datatype, required, automated, values } = attribute;
  return {
    variable: true,
    code,
    datatype,
    required,
    datatype_description: word(`attribute-hint.${code}`),
    order,
    description: word(`attribute.${code}`),
    ...(automated && { automated }),
    ...(values && { values: values.map((key) => ({ key, name: word(`${code}.${key}`) })) }),
  };
}

/** The questions of one service, also of one that is retired. Throws CallRefused (404) where there is no such service. */
export async function serviceDefinition(ctx: ReadContext, code: string) {
  const category = (await serviceCodes(ctx)).known.find((known) => known === code);
  if (!category) throw new CallRefused({ status: 404, key: 'fault.no-service', params: { code } });
  return {
    service_code: category,
    attributes: attributesOf(category).map((attribute, index) => described(ctx, attribute, index + 1)),
  };
}
