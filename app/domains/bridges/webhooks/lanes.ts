/** Work in lanes: each key has its own, so that one that hangs holds up nobody else. */
export interface Lanes {
  /** Starts a lane for each key that has none running, up to the limit; does not wait for them. */
  start(keys: readonly string[], work: (key: string) => Promise<void>): void;
  /** Answers once every lane that runs now has ended. */
  idle(): Promise<void>;
}

export function openLanes(most: number, onFault: (error: unknown) => void): Lanes {
  const running = new Map<string, Promise<void>>();
  return {
    start: (keys, work) => {
      for (const key of keys) {
        if (running.has(key) || running.size >= most) continue;
        const lane = work(key)
          .catch(onFault)
          .finally(() => running.delete(key));
        running.set(key, lane);
      }
    },
    idle: async () => {
      await Promise.all(running.values());
    },
  };
}
