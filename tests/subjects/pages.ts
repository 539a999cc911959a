import { by } from '../e2e/setup/page-examples';
import type { TestContext } from '../setup/context';
import type { SubjectKit, Unread } from '../setup/subject-kits';

/** A guide that was never published, one that was taken back, and a page that is being changed. */
async function makeDrafts(test: TestContext): Promise<Unread> {
  const at = test.clock.now();
  const by = { createdBy: 'moderator', createdAt: at };
  const version = (pageId: string, number: number, words: string, publishedAt: Date | null) => ({
    ...{ id: `${pageId}-${number}`, pageId, number, titleChinese: words, titleEnglish: words },
    ...{ textChinese: words, textEnglish: words, htmlChinese: words, htmlEnglish: words },
    ...{ reason: words, savedBy: 'moderator', savedAt: at, publishedAt },
  });
  await test.database.transaction(async ({ prisma }) => {
    await prisma.portalPage.createMany({
      data: [
        { id: 'draft-guide', version: 1, publishedVersion: null, ...by },
        { id: 'gone-guide', version: 1, publishedVersion: null, withdrawnAt: at, ...by },
        { id: 'privacy', version: 2, publishedVersion: 1, holdsSince: at, ...by },
      ],
    });
    await prisma.portalPageVersion.createMany({
      data: [
        version('draft-guide', 1, 'kqdraftguidekq', null),
        { ...version('gone-guide', 1, 'kqgoneguidekq', at), withdrawnAt: at, withdrawnFor: '过时' },
        version('privacy', 1, '隐私说明', at),
        version('privacy', 2, 'kqdraftprivacykq', null),
      ],
    });
  });
  return {
    words: ['kqdraftguidekq', 'kqgoneguidekq', 'kqdraftprivacykq'],
    addresses: ['draft-guide', 'gone-guide', 'privacy'].flatMap((id) =>
      ['', '?version=1', '?version=2'].map((version) => `/pages/${id}${version}`),
    ),
  };
}

export const kit: SubjectKit = {
  makeUnread: makeDrafts,
  examples: () =>
    Promise.resolve({
      '/pages/:id': by(null)(
        ...['help', 'privacy', 'terms', 'imprint', 'accessibility'].map((id) => `/pages/${id}`),
      ),
      '/administration/portal': by('administrator')('/administration/portal'),
      '/administration/pages': by('moderator')('/administration/pages'),
      '/administration/pages/new': by('moderator')('/administration/pages/new'),
      '/administration/pages/:id': by('administrator')('/administration/pages/privacy'),
    }),
};
