import { plainPlace } from './plain-place';

const ends = (whole: string, end: string) => {
  const at = whole.length - end.length;
  if (at <= 0 || !whole.endsWith(end)) return false;
  // 3-401 is the end of 便河路1-3-401, and not of 便河路1-13-401.
  return !(/[0-9a-z]/.test(end[0] ?? '') && /[0-9a-z]/.test(whole[at - 1] ?? ''));
};

/** Two numbers, as 3-401, or a road of three signs and a number: less than that stands in many addresses. */
const saysEnough = (place: string) =>
  (place.match(/\d+/g) ?? []).length > 1 || /\p{Script=Han}{3,}\d/u.test(place);

/** 第3栋第2单元 is 3栋2单元: said of a number, the word says nothing. Keys of households are made without this. */
const read = (text: string) => plainPlace(text.replaceAll(/第(?=[\p{Nd}〇零一二三四五六七八九十百])/gu, ''));

/**
 * Whether two ways to write an address name one home, where one of them may leave out what goes before: 3栋401 is 沙市区
 * 便河路1号3栋401室, and 401 alone is nobody's in particular.
 */
export function isSameHome(one: string, other: string): boolean {
  const [a, b] = [read(one), read(other)];
  if (a === '' || b === '') return false;
  if (a === b) return true;
  const [whole, end] = a.length > b.length ? [a, b] : [b, a];
  return saysEnough(end) && ends(whole, end);
}
