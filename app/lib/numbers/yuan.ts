import { plainWidth } from '~/lib/texts/plain-width';

/** Commas and blanks part thousands or nothing: `12,50` is twelve and a half to one and 1,250 to another, so to nobody. */
const amount = /^(\d{1,11}|\d{1,3}(?:,\d{3}){1,3}|\d{1,3}(?: \d{3}){1,3})(?:[.。](\d{1,2}))?$/;

/** Yuan as people type them (`12,000.50`, `￥１００`, `100元`), at most two decimals, in fen; null where it is no amount. */
export function fenOfYuan(text: string): bigint | null {
  const plain = plainWidth(text.trim())
    .replace(/^¥\s*/, '')
    .replace(/\s*元$/, '');
  const [, yuan, parts = ''] = amount.exec(plain) ?? [];
  return yuan === undefined ? null : BigInt(yuan.replaceAll(/\D/g, '')) * 100n + BigInt(parts.padEnd(2, '0'));
}
