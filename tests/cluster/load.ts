import { setTimeout as pause } from 'node:timers/promises';
import { ask } from './ask';
import type { Answer, Asking } from './ask';
import type { Laid, Voter } from './fill';
import { signedIn } from '../load/votes';

export interface Counted {
  asked: number;
  failed: number;
}

export type Kind = 'page' | 'file' | 'vote' | 'comment' | 'registration';

/** What was acknowledged, to be looked for afterwards, and what should never be seen. */
export interface Seen {
  voted: Set<string>;
  comments: Set<string>;
  /** Words that were sent, acknowledged or not. */
  sentComments: Set<string>;
  registered: Set<string>;
  sentRegistrations: Set<string>;
  wrong: string[];
}

export interface Load {
  seen: Seen;
  /** Begins to count anew, under this name. */
  phase(name: string): void;
  phases: Map<string, Record<Kind, Counted>>;
  /** Ends what is under way, tries until acknowledged what was not, and answers when all is done. */
  end(): Promise<void>;
}

const workers = 8;
const restMilliseconds = 40;
const anyAddress = /voter\d+@example\.org/g;
const noCounts = (): Record<Kind, Counted> => ({
  page: { asked: 0, failed: 0 },
  file: { asked: 0, failed: 0 },
  vote: { asked: 0, failed: 0 },
  comment: { asked: 0, failed: 0 },
  registration: { asked: 0, failed: 0 },
});

const failed = ({ status }: Answer) => status === 0 || status >= 500;
const acknowledged = ({ status }: Answer) => status === 302;

/** People who vote, comment, register and read at the portal behind the balancer, one after the other in some rows. */
export class People implements Load {
  readonly seen: Seen = {
    voted: new Set(),
    comments: new Set(),
    sentComments: new Set(),
    registered: new Set(),
    sentRegistrations: new Set(),
    wrong: [],
  };
  readonly phases = new Map<string, Record<Kind, Counted>>();
  #counts = noCounts();
  #isEnding = false;
  #next = 0;
  readonly #url: string;
  readonly #laid: Laid;
  readonly #rows: Promise<unknown>;

  constructor(url: string, laid: Laid) {
    this.#url = url;
    this.#laid = laid;
    this.#rows = Promise.all(Array.from({ length: workers }, () => this.#row()));
  }

  phase(name: string): void {
    this.#counts = noCounts();
    this.phases.set(name, this.#counts);
  }

  async end(): Promise<void> {
    this.#isEnding = true;
    await this.#rows;
  }

  async #row(): Promise<void> {
    while (!this.#isEnding) {
      const number = this.#next;
      this.#next += 1;
      const voter = this.#laid.voters[number % this.#laid.voters.length];
      if (voter) await this.#visit(voter, number);
    }
  }

  async #ask(kind: Kind, asking: Asking): Promise<Answer> {
    const counts = this.#counts[kind];
    counts.asked += 1;
    const answer = await ask(asking);
    if (failed(answer)) counts.failed += 1;
    else if (answer.status >= 400) this.seen.wrong.push(`${kind} ${asking.url}: ${answer.status}`);
    await pause(restMilliseconds);
    return answer;
  }

  /** Sends the same form again until it is acknowledged, as somebody does who is told that it did not go through. */
  async #insist(kind: Kind, asking: Asking): Promise<Answer> {
    for (;;) {
      const answer = await this.#ask(kind, asking);
      if (!failed(answer)) return answer;
      await pause(300);
    }
  }

  async #visit(voter: Voter, number: number): Promise<void> {
    const from = `127.0.${1 + (Math.floor(number / 200) % 200)}.${1 + (number % 200)}`;
    const { cookie } = await signedIn(voter.token);
    const { ballotId, optionId, proposalIds } = this.#laid;
    const home = await this.#page('/', { from });
    // Of whichever version the page is.
    const sheet = /href="(\/assets\/[^"]+\.css)"/.exec(home.body)?.[1];
    if (sheet) await this.#ask('file', { url: this.#url + sheet, from });
    else if (home.status === 200) this.seen.wrong.push('/ names no style sheet');
    await this.#page(`/ballots/${ballotId}`, { from, cookie }, voter);
    if (number < this.#laid.voters.length) {
      const form = { intent: 'vote', [`answer.${optionId}`]: 'yes' };
      const answer = await this.#insist('vote', {
        url: `${this.#url}/ballots/${ballotId}`,
        cookie,
        form,
        from,
      });
      if (acknowledged(answer)) this.seen.voted.add(voter.email);
      else this.seen.wrong.push(`vote of ${voter.email}: ${answer.status}`);
    }
    await this.#page('/account', { from, cookie }, voter);
    const proposal = proposalIds[number % proposalIds.length] ?? '';
    if (number % 3 === 0)
      await this.#comment(`/proposals/${proposal}`, { from, cookie }, `第${number}条意见：同意。`);
    if (number % 5 === 0) await this.#register(`new${number}@example.org`, from);
    await this.#page('/proposals', { from });
    await this.#page(`/proposals/${proposal}`, { from, cookie }, voter);
  }

  /** Nobody's address stands on it but the reader's own; on the account's page that stands indeed. */
  async #page(path: string, who: { from: string; cookie?: string }, reader?: Voter): Promise<Answer> {
    const answer = await this.#ask('page', { url: this.#url + path, ...who });
    if (answer.status !== 200) return answer;
    const others = [...new Set(answer.body.match(anyAddress) ?? [])].filter(
      (address) => address !== reader?.email,
    );
    if (others.length > 0)
      this.seen.wrong.push(`${path} for ${reader?.email ?? 'a visitor'} shows ${others.join(', ')}`);
    if (reader && path === '/account' && !answer.body.includes(reader.email))
      this.seen.wrong.push(`${path} does not show ${reader.email} the own account`);
    return answer;
  }

  /** What somebody wrote stands on the page that they see next, whichever process makes it. */
  async #comment(path: string, who: { from: string; cookie: string }, body: string): Promise<void> {
    this.seen.sentComments.add(body);
    const url = this.#url + path;
    const answer = await this.#insist('comment', { url, form: { intent: 'comment', body }, ...who });
    if (!acknowledged(answer)) return void this.seen.wrong.push(`comment: ${answer.status}`);
    this.seen.comments.add(body);
    const next = await this.#page(path, who);
    if (next.status === 200 && !next.body.includes(body)) this.seen.wrong.push(`${path} lacks ${body}`);
  }

  /** Sent once: who registers twice is mailed twice, and rightly. */
  async #register(email: string, from: string): Promise<void> {
    this.seen.sentRegistrations.add(email);
    const form = { email, displayName: '新来的', password: 'spring river lamp' };
    const answer = await this.#ask('registration', { url: `${this.#url}/register`, form, from });
    if (answer.status > 0 && answer.status < 400) this.seen.registered.add(email);
  }
}
