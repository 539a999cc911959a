import { Fragment } from 'react';

/** A Chinese day with its weekday: between any two of its characters a line could break. English ones break at spaces. */
const day = /(\d{4}年\d{1,2}月\d{1,2}日(?:周.|星期.)?)/;

/** Text in which days stand in one line each, as those of `Time` do. */
export function WordsWithDates({ children }: { children: string }) {
  return children.split(day).map((part, at) =>
    at % 2 === 1 ? (
      <span key={at} className="unbroken">
        {part}
      </span>
    ) : (
      <Fragment key={at}>{part}</Fragment>
    ),
  );
}
