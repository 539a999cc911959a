import { DomainError } from '~/domains/domain-error';
import { AttemptCounter } from '~/platform/limits/attempt-counter';

const minute = 60_000;
const mostKeys = 20_000;
const now = () => performance.now();
const counter = (most: number, minutes: number) =>
  new AttemptCounter({ most, windowMilliseconds: minutes * minute, mostKeys, now });

type Counted = readonly [AttemptCounter, key: string];

const isWrongGuess = (error: unknown) =>
  error instanceof DomainError && (error.code === 'invalid' || error.code === 'expired');

/**
 * Limits on guessing passwords and tokens, and on making the portal send mail. They are taken in the action, where it
 * is known whom the attempt is about, however the address was spelled and whatever cookies came along. Counted in this
 * process, in bounded memory.
 *
 * Windows are short and begin with the first attempt, and where the owner of an account has signed in from before,
 * what strangers do elsewhere does not count: nobody can lock somebody else out for good.
 */
export class Attempts {
  readonly #guessesHere = counter(10, 10);
  readonly #guessesAnywhere = counter(50, 10);
  readonly #guessesFrom = counter(30, 10);
  readonly #mailsTo = counter(5, 60);
  readonly #mailsFrom = counter(30, 10);
  /** Where accounts were signed in to: an entry is a window of its own. */
  readonly #knownPlaces = counter(1, 30 * 24 * 60);

  /**
   * Runs an act that a wrong password or token makes fail, and counts those failures: by account and network together,
   * by account, and by network. Throws `rate-limited` with the minutes to wait, and then does not run the act.
   */
  async guess<Result>(network: string, account: string | null, act: () => Promise<Result>): Promise<Result> {
    const place = `${account}\n${network}`;
    const counted: Counted[] = [[this.#guessesFrom, network]];
    if (account !== null) {
      counted.push([this.#guessesHere, place]);
      if (this.#knownPlaces.wait(place) === 0) counted.push([this.#guessesAnywhere, account]);
    }
    take(counted, 'identity.too-many-guesses');
    try {
      const result = await act();
      giveBack(counted);
      if (account !== null && this.#knownPlaces.wait(place) === 0) this.#knownPlaces.count(place);
      return result;
    } catch (error) {
      if (!isWrongGuess(error)) giveBack(counted);
      throw error;
    }
  }

  /** Counts one mail that somebody asks to be sent to an address. Throws `rate-limited` with the minutes to wait. */
  mail(network: string, recipient: string): void {
    take(
      [
        [this.#mailsFrom, network],
        [this.#mailsTo, recipient],
      ],
      'identity.too-many-mails',
    );
  }
}

function take(counted: readonly Counted[], reason: string): void {
  const wait = Math.max(...counted.map(([attempts, key]) => attempts.wait(key)));
  if (wait > 0)
    throw new DomainError('rate-limited', { reason, params: { minutes: Math.ceil(wait / minute) } });
  for (const [attempts, key] of counted) attempts.count(key);
}

function giveBack(counted: readonly Counted[]): void {
  for (const [attempts, key] of counted) attempts.giveBack(key);
}

/** The limits as one request meets them. */
export interface RequestAttempts {
  /** See `Attempts.guess`: the account is its mail address or the person's id, null where the attempt names none. */
  guess<Result>(account: string | null, act: () => Promise<Result>): Promise<Result>;
  /** See `Attempts.mail`. */
  mail(recipient: string): void;
}

/** The limits for requests of one network; without limits where none are given. */
export function attemptsFrom(attempts: Attempts | null, network: string): RequestAttempts {
  return {
    guess: (account, act) => (attempts ? attempts.guess(network, account, act) : act()),
    mail: (recipient) => attempts?.mail(network, recipient),
  };
}
