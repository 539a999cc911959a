/** What a colour says. A tone never stands alone: words say the same. */
export type Tone = 'neutral' | 'info' | 'progress' | 'success' | 'warning' | 'danger';
