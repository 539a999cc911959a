/** Nobody waits for another's page for longer; whoever gave up has it made. */
const mostMilliseconds = 1000;

/** The pages that are being made, by their keys: whoever asks for the same meanwhile can wait for it. */
export class UnderWay {
  readonly #pages = new Map<string, Promise<void>>();

  /** Settles once the page was made or will not be kept; null where nobody is making it. */
  madeBy(key: string): Promise<void> | null {
    return this.#pages.get(key) ?? null;
  }

  /** Says that the page is being made; what it answers is to be called when that is over, once or more. */
  begin(key: string): () => void {
    let settle = (): void => undefined;
    const made = new Promise<void>((resolve) => (settle = resolve));
    const over = () => {
      clearTimeout(timer);
      if (this.#pages.get(key) === made) this.#pages.delete(key);
      settle();
    };
    const timer = setTimeout(over, mostMilliseconds).unref();
    this.#pages.set(key, made);
    return over;
  }
}
