import { foldedText } from '../texts/folded-text';

const digits = '〇一二三四五六七八九';
const chineseNumber = /[〇零一二三四五六七八九十百]+/g;
/** What is said of a number in an address: 3栋2单元401室. */
const unitWords = /(?<=[0-9a-z])(?:号院|号楼|单元|[号栋幢座楼层室户门房])+/g;
const signs = /[\s\p{P}\p{S}]+/gu;
const isAlphanumeric = (sign: string | undefined) => sign !== undefined && /[0-9a-z]/.test(sign);

/** 十二 and 二十 as numbers; what is only a row of digits, as 四〇一, digit by digit. */
function inDigits(written: string): string {
  if (!/[十百]/.test(written)) return [...written].map(digitOf).join('');
  let [sum, last] = [0, 0];
  for (const sign of written) {
    const unit = sign === '百' ? 100 : sign === '十' ? 10 : 0;
    if (unit === 0) last = digitOf(sign);
    else [sum, last] = [sum + (last || 1) * unit, 0];
  }
  return String(sum + last);
}

const digitOf = (sign: string) => Math.max(0, digits.indexOf(sign));

/**
 * An address by which one home is told from another, however it is written: 便河路十二号3栋401室 and 便河路 12-3-401 are
 * one, 1-11 and 11-1 are two. Width, case, script, blanks and signs do not count, except between two numbers.
 */
export function plainPlace(text: string): string {
  return foldedText(text)
    .replace(chineseNumber, inDigits)
    .replace(signs, (run, at: number, whole: string) =>
      isAlphanumeric(whole[at - 1]) && isAlphanumeric(whole[at + run.length]) ? '-' : '',
    )
    .replace(unitWords, '-')
    .replace(/-+(?![0-9a-z])/g, '')
    .replace(/-{2,}/g, '-');
}
