import { setImmediate as turn } from 'node:timers/promises';

const patienceMilliseconds = 25;

/** Knows how many requests are being answered, so that long work can let them go first. */
export class Traffic {
  #underWay = 0;
  #waiting: (() => void)[] = [];

  begin(): void {
    this.#underWay += 1;
  }

  end(): void {
    this.#underWay -= 1;
    if (this.#underWay === 0) for (const go of this.#waiting.splice(0)) go();
  }

  /** Returns when nobody waits for an answer, or after a short while: long work comes to its end under load, too. */
  readonly giveWay = async (): Promise<void> => {
    await turn();
    if (this.#underWay === 0) return;
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
      setTimeout(resolve, patienceMilliseconds);
    });
  };
}
