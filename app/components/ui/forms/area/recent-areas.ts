const key = 'recent-areas';
const most = 5;

/** The ids of the areas last chosen on this device, the newest first; none where the browser keeps nothing. */
export function readRecent(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
}

export function keepRecent(id: string): void {
  try {
    localStorage.setItem(key, JSON.stringify([...new Set([id, ...readRecent()])].slice(0, most)));
  } catch {
    // A full or closed store: the list begins without it.
  }
}
