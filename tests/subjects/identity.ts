import { by } from '../e2e/setup/page-examples';
import type { SubjectKit } from '../setup/subject-kits';
import { sha256 } from '~/lib/sha256';

const token = 'example-of-an-invitation-that-nobody-took';

export const kit: SubjectKit = {
  async examples(portal) {
    const { database } = portal.services;
    const { personId, areaId } = await database.read.roleHeld.findFirstOrThrow({
      where: { role: 'administrator' },
    });
    const createdAt = portal.now();
    const data = {
      ...{ id: 'example-invitation', tokenHash: sha256(token), role: 'moderator', areaId },
      ...{
        forWhom: '周敏',
        invitedBy: personId,
        createdAt,
        expiresAt: new Date(createdAt.getTime() + 86_400_000),
      },
    };
    await database.transaction((tx) =>
      tx.prisma.roleInvitation.upsert({ where: { id: data.id }, create: data, update: {} }),
    );
    const at = `/invitations/${token}`;
    return { '/invitations/:token': [...by(null)(at), ...by('resident5')(at)] };
  },
};
