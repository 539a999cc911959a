/** Whether there is time to look for more. What was found until then is told, and that there may be more. */
export type MayGoOn = () => boolean;

/** For so long from now on. One question that was begun is finished all the same. */
export function forMilliseconds(most: number): MayGoOn {
  const until = performance.now() + most;
  return () => performance.now() < until;
}
