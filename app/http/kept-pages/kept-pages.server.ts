import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import { readAsked } from './asked.server';
import type { Asked } from './asked.server';
import { keepAnswer } from './keep-answer.server';
import { sendKept } from './send-page.server';
import { UnderWay } from './under-way';
import { logAnswer } from '../guards/request-log.server';
import { cookiesOf, namesSession } from '../guards/request-cookies';
import { readingMethods } from '../guards/security.server';
import type { Services } from '../server/services.server';
import { viewerOf } from '../viewer.server';
import { personTopic } from '~/domains/person-topic';

/** The short way past everything that makes a page, and its other end, where pages are made. */
export interface KeptPages {
  /** Answers from what is kept; false where that cannot be, and nothing was sent. */
  answer(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** Before the pages: keeps what is answered to a request that was looked up in vain. */
  keep: RequestHandler;
  /** After the pages, before their answer is sent: what somebody did is known to all processes. */
  settle(request: IncomingMessage): Promise<void>;
}

/**
 * When a page went stale under load one request has it made anew and the others wait; what they wait for is taken only
 * where nothing touched it meanwhile.
 */
const mostWaits = 2;

export function keptPages(services: Services): KeptPages {
  const { pages, log } = services;
  const inVain = new WeakMap<IncomingMessage, { asked: Asked; over: () => void }>();
  const underWay = new UnderWay();
  const noteInVain = (request: IncomingMessage, response: ServerResponse, asked: Asked) => {
    const over = underWay.begin(asked.key);
    response.once('close', over);
    // Nothing was read for a visitor yet: the page will be as new as all that was heard of until now, however long one waited.
    const { generation } = asked.audience.topics.length === 0 ? pages : asked;
    inVain.set(request, { asked: { ...asked, generation }, over });
  };
  return {
    answer: async (request, response) => {
      const since = performance.now();
      const asked = await readAsked(services, request);
      if (!asked) return false;
      let page = pages.get(asked.key);
      for (let times = 0; !page && times < mostWaits; times += 1) {
        const made = pages.knows(asked.key) ? underWay.madeBy(asked.key) : null;
        if (!made) break;
        await made;
        page = pages.get(asked.key);
      }
      if (!page) {
        if (request.method === 'GET') noteInVain(request, response, asked);
        return false;
      }
      const [path = ''] = (request.url ?? '').split('?', 1);
      logAnswer(log, { request, response, path, since });
      await sendKept(pages, { page, asked, response });
      return true;
    },
    keep: (request, response, next) => {
      const noted = inVain.get(request);
      if (noted) keepAnswer(pages, { ...noted, request, response });
      next();
    },
    settle: (request) => settle(services, request),
  };
}

/** The pages that were kept for the person who did something are dropped, here and by all others. */
async function settle(services: Services, request: IncomingMessage): Promise<void> {
  if (readingMethods.includes(request.method ?? '')) return;
  if (namesSession(cookiesOf(request))) {
    // Who it was when the request came: looked up already, also where it was signing out.
    const { actor } = await viewerOf(services, request).catch(() => ({ actor: null }));
    if (actor?.kind === 'person') {
      const topics = [personTopic(actor.personId)];
      services.pages.invalidate(topics);
      services.changes.tell(topics);
    }
  }
  await services.changes.told();
}
