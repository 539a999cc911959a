/** Which comments of a matter its page is asked for, by the address. */
export function askedComments({ url }: { url: string }) {
  const asked = new URL(url).searchParams;
  return {
    sort: asked.get('sort') ?? undefined,
    cursor: asked.get('comments') ?? undefined,
    threadId: asked.get('thread') || undefined,
  };
}
