/** How many notices are unread, for the eye; whoever listens is told in words beside it. */
export function Unread({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span className="unread" aria-hidden="true">
      {count > 99 ? '99+' : count}
    </span>
  );
}
