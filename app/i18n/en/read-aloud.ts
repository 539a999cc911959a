import type { readAloud as source } from '../zh-CN/read-aloud';

export const readAloud: Record<keyof typeof source, string> = {
  start: 'Read this page out',
  stop: 'Stop reading',
};
