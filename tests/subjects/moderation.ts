import { post } from '../e2e/setup/furnish';
import { by } from '../e2e/setup/page-examples';
import type { SubjectKit } from '../setup/subject-kits';

export const kit: SubjectKit = {
  /** A comment that a moderator hid, and against which its author appeals. */
  async examples(portal) {
    const { read } = portal.services.database;
    const { subjectId } = await read.comment.findFirstOrThrow({
      where: { removedAt: null, subjectKind: 'proposal' },
      select: { subjectId: true },
    });
    const proposal = `/proposals/${subjectId}`;
    await post(portal, 'resident5', proposal, { intent: 'comment', body: '三栋老王的电话大家都知道。' });
    const { id } = await read.comment.findFirstOrThrow({ where: { subjectId }, orderBy: { id: 'desc' } });
    const hide = { intent: 'hide', subjectKind: 'comment', subjectId: id, reason: '泄露了邻居的电话' };
    await post(portal, 'moderator', proposal, hide);
    const page = `/moderation/hidden/comment/${id}`;
    await post(portal, 'resident5', page, { words: '我没有写出电话号码，请再看看。' });
    const given = { intent: 'impose', level: 'no-posting-for', days: '7', reason: '多次泄露邻居的电话' };
    const sanction = `/moderation/sanctions/${await post(portal, 'moderator', page, given)}`;
    await post(portal, 'resident5', sanction, { intent: 'appeal', words: '我以后会注意，请再看看。' });
    const decision = await read.queueItem.findFirstOrThrow({
      where: { decision: 'hidden', subjectId: id },
      select: { id: true },
    });
    const both = (address: string) => ['resident5', 'moderator'].flatMap((who) => by(who)(address));
    return {
      '/moderation/hidden/:kind/:id': both(page),
      '/moderation/sanctions/:id': both(sanction),
      '/moderation/log/:id': by(null)(`/moderation/log/${decision.id}`),
    };
  },
};
