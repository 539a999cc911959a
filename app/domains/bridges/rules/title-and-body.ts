import { cutText } from '~/lib/texts/cut-text';

const longestTitle = 60;
const shortestTitle = 4;
const shortestBody = 6;

/**
 * Divides one text as other systems send it: the first line is the title and the rest the body. Where one of the two
 * would say too little, or the title had to be cut, the whole text is the body too; no word is added.
 */
export function titleAndBody(text: string): { title: string; body: string } {
  const whole = text.trim();
  const [first = '', ...rest] = whole.split('\n').map((line) => line.trim());
  const line = [...first].length < shortestTitle ? whole.replaceAll(/\s+/g, ' ') : first;
  const isCut = line.length > longestTitle;
  const remaining = rest.join('\n').trim();
  const saysEnough = [...remaining].length >= shortestBody && line === first && !isCut;
  return {
    title: isCut ? `${cutText(line, longestTitle - 1)}…` : line,
    body: saysEnough ? whole.slice(whole.indexOf('\n')).trim() : whole,
  };
}
