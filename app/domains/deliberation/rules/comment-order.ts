export const commentSorts = ['newest', 'support', 'controversy'] as const;
export type CommentSort = (typeof commentSorts)[number];

/** Where a page of threads ends: the value sorted by (0 for newest) and the id, which tells equal values apart. */
export interface CommentCursor {
  value: number;
  id: string;
}

const form = /^(?:(\d{1,10}):)?([0-9A-HJKMNP-TV-Z]{26})$/;

export function writeCursor(sort: CommentSort, { value, id }: CommentCursor): string {
  return sort === 'newest' ? id : `${value}:${id}`;
}

/** Null for what is no cursor of this sorting: then the first page is meant. */
export function readCursor(sort: CommentSort, text: string | undefined): CommentCursor | null {
  const [, value, id] = form.exec(text ?? '') ?? [];
  if (id === undefined || (sort === 'newest') !== (value === undefined)) return null;
  const number = Number(value ?? 0);
  return number <= 2_147_483_647 ? { value: number, id } : null;
}
