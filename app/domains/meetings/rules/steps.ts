/** 四议两公开: four deliberations and two publications, in this order. */
export const stepsOfFourDiscussions = [
  'branch-proposes',
  'committees-consult',
  'members-review',
  'villagers-decide',
  'decision-published',
  'result-published',
] as const;
export type StepName = (typeof stepsOfFourDiscussions)[number];

/** The two publications have no meeting: nobody is due there. */
export const isPublication = (name: string): boolean => name.endsWith('-published');

/** 比例: how many of those due came, in whole percent, rounded down so that no share is shown as reached before it is. */
export function attendancePercent({ due, present }: { due: number; present: number }): number {
  return due === 0 ? 0 : Math.floor((present * 100) / due);
}
