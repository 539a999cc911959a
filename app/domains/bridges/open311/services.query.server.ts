import { categories } from '../../categories';
import type { Category } from '../../categories';
import type { ReadContext } from '../../context';
import { attributesOf } from '../rules/open311/services';
import type { ServiceAttribute } from '../rules/open311/services';
import { CallRefused } from './call-refused';
import { hasKey, textIn } from '~/i18n/catalogue';
import { open311 } from '~/i18n/open311';
import { proposals } from '~/i18n/proposals';

/** Each category is a service. Keywords stay empty: some clients give words such as `private` a meaning of their own. */
export function services(ctx: ReadContext) {
  const t = textIn(ctx.locale, proposals);
  const o = textIn(ctx.locale, open311);
  return categories.map((code) => ({
    service_code: code,
    service_name: t(`category.${code}`).trim(),
    description: o('service-description', { name: t(`category.${code}`) }),
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

/** The questions of one service. Throws CallRefused (404) where there is no such service. */
export function serviceDefinition(ctx: ReadContext, code: string) {
  const category: Category | undefined = categories.find((known) => known === code);
  if (!category) throw new CallRefused({ status: 404, key: 'fault.no-service', params: { code } });
  return {
    service_code: category,
    attributes: attributesOf(category).map((attribute, index) => described(ctx, attribute, index + 1)),
  };
}
