import type { Locale } from './locale';

/** A text with `{name}` places; in languages with plurals, one text for each form, chosen by `{count}`. */
export type Message = string | { one: string; other: string };
export type Messages<Key extends string> = Record<Key, Message>;
export type Parameters = Record<string, string | number>;

export interface Catalogue<Key extends string> {
  'zh-CN': Messages<Key>;
  en: Messages<Key>;
}

/** Pairs the two languages of one subject; a key that English lacks fails the type check. */
export function defineCatalogue<Key extends string>(
  chinese: Messages<Key>,
  english: Messages<NoInfer<Key>>,
): Catalogue<Key> {
  return { 'zh-CN': chinese, en: english };
}

export type Translate<Key extends string> = (key: Key, parameters?: Parameters) => string;

const pluralRules = { 'zh-CN': new Intl.PluralRules('zh-CN'), en: new Intl.PluralRules('en') };

function fill(text: string, parameters: Parameters): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(parameters[name] ?? place));
}

/** The texts of one subject in one language. */
export function textIn<Key extends string>(locale: Locale, catalogue: Catalogue<Key>): Translate<Key> {
  return (key, parameters = {}) => {
    const message: Message | undefined = catalogue[locale][key];
    if (message === undefined) return key;
    if (typeof message === 'string') return fill(message, parameters);
    const form = pluralRules[locale].select(Number(parameters.count ?? 0));
    return fill(form === 'one' ? message.one : message.other, parameters);
  };
}

/** True when the catalogue has the key: for keys that come from data, such as reasons and event types. */
export function hasKey<Key extends string>(catalogue: Catalogue<Key>, key: string): key is Key {
  return Object.hasOwn(catalogue['zh-CN'], key);
}
