import type { PageCache } from './page-cache.server';
import type { Changes } from '../changes/changes';

export interface RememberedOptions<Value> {
  pages: Pick<PageCache, 'generation' | 'isTouchedSince'>;
  changes: Pick<Changes, 'confirm'>;
  /** What makes the value stale. */
  topics: readonly string[];
  read: () => Promise<Value>;
}

/**
 * A value that every page shows: read once, and again when one of its topics was touched, here or in another process.
 * Where it is not known what others did, it is read each time; what was last read is answered where that cannot be done.
 */
export function remembered<Value>({
  pages,
  changes,
  topics,
  read,
}: RememberedOptions<Value>): () => Promise<Value> {
  let kept: { value: Value; generation: number } | null = null;
  return async () => {
    const last = kept;
    if (!(await changes.confirm())) return last ? read().catch(() => last.value) : read();
    if (kept && !pages.isTouchedSince(topics, kept.generation)) return kept.value;
    // Noted before reading: what changes meanwhile makes this one stale.
    const { generation } = pages;
    const value = await read();
    kept = { value, generation };
    return value;
  };
}
