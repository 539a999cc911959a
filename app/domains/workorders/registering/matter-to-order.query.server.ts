import type { ReadContext } from '../../context';
import { ensure } from '../../domain-error';
import type { OrderSubject } from '../order-subject';
import { mayDispatch } from '../policy';
import { wordsOfSubject } from '../links/taking-up.server';
import { cutText } from '~/lib/texts/cut-text';

const longestTitle = 80;
const longestDescription = 5000;

/**
 * What a work order takes over from the matter that it is made of. From one that is not public it takes no words: the
 * order's page is public, so it gets words of its own, and the matter's stand in `confidential` to be read beside the
 * form. Throws where the actor may not read it, or not dispatch there.
 */
export async function matterToOrder(ctx: ReadContext, subject: OrderSubject) {
  const { title, body, category, areaId, open, reads } = await wordsOfSubject(ctx, subject);
  ensure(reads(ctx.actor));
  ensure(mayDispatch(ctx.actor, areaId));
  return {
    ...subject,
    title: open ? cutText(title, longestTitle) : '',
    description: open ? cutText(body, longestDescription) : '',
    confidential: open ? null : { title, body },
    category,
    areaId,
  };
}
