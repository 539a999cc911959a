import { DomainError } from '~/domains/domain-error';
import { AttemptCounter } from '~/platform/limits/attempt-counter';
import type { Attempted, CounterMaker } from '~/platform/limits/attempted';

const minute = 60_000;
const mostKeys = 20_000;
const now = () => performance.now();
/** Counters of this process alone, in bounded memory. */
const ownCounters: CounterMaker = (_name, limits) => new AttemptCounter({ ...limits, mostKeys, now });

type Counted = readonly [Attempted, key: string];

const isWrongGuess = (error: unknown) =>
  error instanceof DomainError && (error.code === 'invalid' || error.code === 'expired');

/**
 * Limits on guessing passwords and tokens, and on making the portal send mail and text messages. They are taken in the action, where it
 * is known whom the attempt is about, however the address was spelled and whatever cookies came along. Counted in this
 * process, or where several serve one database in all of them together.
 *
 * Windows are short and begin with the first attempt, and where the owner of an account has signed in from before,
 * what strangers do elsewhere does not count: nobody can lock somebody else out for good.
 */
export class Attempts {
  readonly #guessesHere: Attempted;
  readonly #guessesAnywhere: Attempted;
  readonly #guessesFrom: Attempted;
  readonly #mailsTo: Attempted;
  readonly #mailsFrom: Attempted;
  readonly #textsInAMinute: Attempted;
  readonly #textsTo: Attempted;
  readonly #textsFrom: Attempted;
  readonly #textsOf: Attempted;
  /** Where accounts were signed in to: an entry is a window of its own. */
  readonly #knownPlaces: Attempted;

  constructor(make: CounterMaker = ownCounters) {
    const counter = (name: string, most: number, minutes: number) =>
      make(name, { most, windowMilliseconds: minutes * minute });
    this.#guessesHere = counter('guesses-here', 10, 10);
    this.#guessesAnywhere = counter('guesses-anywhere', 50, 10);
    this.#guessesFrom = counter('guesses-from', 30, 10);
    this.#mailsTo = counter('mails-to', 5, 60);
    this.#mailsFrom = counter('mails-from', 30, 10);
    this.#textsInAMinute = counter('texts-in-a-minute', 1, 1);
    this.#textsTo = counter('texts-to', 10, 24 * 60);
    this.#textsFrom = counter('texts-from', 30, 60);
    this.#textsOf = counter('texts-of', 10, 24 * 60);
    this.#knownPlaces = counter('known-places', 1, 30 * 24 * 60);
  }

  /**
   * Runs an act that a wrong password or token makes fail, and counts those failures: by account and network together,
   * by account, and by network. Throws `rate-limited` with the minutes to wait, and then does not run the act.
   */
  async guess<Result>(network: string, account: string | null, act: () => Promise<Result>): Promise<Result> {
    const place = `${account}\n${network}`;
    const counted: Counted[] = [[this.#guessesFrom, network]];
    if (account !== null) {
      counted.push([this.#guessesHere, place]);
      if ((await this.#knownPlaces.wait(place)) === 0) counted.push([this.#guessesAnywhere, account]);
    }
    const result = await countFailures(counted, act);
    if (account !== null) await this.#knownPlaces.take(place);
    return result;
  }

  /**
   * The same for the code of a thing, as that of a shift: whoever knew it has not signed in, and no place is remembered
   * for it, which would push out the places of accounts.
   */
  async guessCode<Result>(network: string, about: string, act: () => Promise<Result>): Promise<Result> {
    const counted: Counted[] = [
      [this.#guessesFrom, network],
      [this.#guessesHere, `${about}\n${network}`],
      [this.#guessesAnywhere, about],
    ];
    return countFailures(counted, act);
  }

  /** Counts one mail that somebody asks to be sent to an address. Throws `rate-limited` with the minutes to wait. */
  async mail(network: string, recipient: string): Promise<void> {
    await take(
      [
        [this.#mailsFrom, network],
        [this.#mailsTo, recipient],
      ],
      'identity.too-many-mails',
    );
  }

  /**
   * Counts one text message that somebody asks to be sent to a number, signed in or not: each costs money, and can be
   * used to bother people. Throws `rate-limited` with the minutes to wait.
   */
  async text(network: string, { number, personId }: { number: string; personId?: string }): Promise<void> {
    const counted: Counted[] = [
      [this.#textsInAMinute, number],
      [this.#textsTo, number],
      [this.#textsFrom, network],
    ];
    if (personId !== undefined) counted.push([this.#textsOf, personId]);
    await take(counted, 'identity.too-many-texts');
  }
}

/** Runs the act, and counts it where it was a wrong guess. */
async function countFailures<Result>(
  counted: readonly Counted[],
  act: () => Promise<Result>,
): Promise<Result> {
  await take(counted, 'identity.too-many-guesses');
  try {
    const result = await act();
    await giveBack(counted);
    return result;
  } catch (error) {
    if (!isWrongGuess(error)) await giveBack(counted);
    throw error;
  }
}

/** Counts the attempt everywhere or nowhere. */
async function take(counted: readonly Counted[], reason: string): Promise<void> {
  const waits = await Promise.all(counted.map(([attempts, key]) => attempts.take(key)));
  const wait = Math.max(...waits);
  if (wait === 0) return;
  await giveBack(counted.filter((_one, index) => waits[index] === 0));
  throw new DomainError('rate-limited', { reason, params: { minutes: Math.ceil(wait / minute) } });
}

async function giveBack(counted: readonly Counted[]): Promise<void> {
  await Promise.all(counted.map(([attempts, key]) => attempts.giveBack(key)));
}

/** The limits as one request meets them. */
export interface RequestAttempts {
  /** See `Attempts.guess`: the account is its mail address or the person's id, null where the attempt names none. */
  guess<Result>(account: string | null, act: () => Promise<Result>): Promise<Result>;
  /** See `Attempts.guessCode`. */
  guessCode<Result>(about: string, act: () => Promise<Result>): Promise<Result>;
  /** See `Attempts.mail`. */
  mail(recipient: string): Promise<void>;
  /** See `Attempts.text`. */
  text(to: { number: string; personId?: string }): Promise<void>;
}

/** The limits for requests of one network; without limits where none are given. */
export function attemptsFrom(attempts: Attempts | null, network: () => string): RequestAttempts {
  return {
    guess: (account, act) => (attempts ? attempts.guess(network(), account, act) : act()),
    guessCode: (about, act) => (attempts ? attempts.guessCode(network(), about, act) : act()),
    mail: (recipient) => attempts?.mail(network(), recipient) ?? Promise.resolve(),
    text: (to) => attempts?.text(network(), to) ?? Promise.resolve(),
  };
}
