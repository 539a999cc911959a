import { createContext, useContext } from 'react';
import { look } from './look';

/** The outlines of a line of words with letters 100 units high, and how wide it is: where no font can be relied on. */
export type Letters = (words: string) => { path: string; width: number };

/** Null where whoever shows the picture has fonts. */
export const LettersContext = createContext<Letters | null>(null);

export interface WordsProps {
  x: number;
  y: number;
  children: string;
  anchor?: 'start' | 'middle' | 'end';
  size?: number;
}

const before = { start: 0, middle: 0.5, end: 1 };

/** Words in a picture: text, or the outlines of its letters. */
export function Words({ x, y, children, anchor = 'start', size = 12 }: WordsProps) {
  const letters = useContext(LettersContext);
  if (!letters)
    return (
      <text x={x} y={y} textAnchor={anchor} fontSize={size} {...look.words}>
        {children}
      </text>
    );
  const { path, width } = letters(children);
  const left = Math.round((x - (before[anchor] * width * size) / 100) * 10) / 10;
  return <path d={path} transform={`translate(${left} ${y}) scale(${size / 100})`} {...look.words} />;
}
