import { setImmediate as turn } from 'node:timers/promises';

const patienceMilliseconds = 25;

/** Knows how many requests are being answered, so that long work can let them go first. */
export class Traffic {
  #underWay = 0;
  readonly #waiting = new Set<() => void>();

  begin(): void {
    this.#underWay += 1;
  }

  end(): void {
    this.#underWay -= 1;
    if (this.#underWay === 0) for (const go of this.#waiting) go();
  }

  /** Returns when nobody waits for an answer, or after a short while: long work comes to its end under load, too. */
  readonly giveWay = async (): Promise<void> => {
    await turn();
    if (this.#underWay === 0) return;
    await new Promise<void>((resolve) => {
      const go = () => {
        clearTimeout(timer);
        this.#waiting.delete(go);
        resolve();
      };
      const timer = setTimeout(go, patienceMilliseconds);
      this.#waiting.add(go);
    });
  };
}
