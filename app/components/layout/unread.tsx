/** How many notices are unread, for the eye; `said` for whoever listens, where the words beside it do not tell. */
export function Unread({ count, said }: { count: number; said?: string }) {
  if (count === 0) return null;
  return (
    <>
      {said && <span className="sr-only">{said}</span>}
      <span className="unread" aria-hidden="true">
        {count > 99 ? '99+' : count}
      </span>
    </>
  );
}
