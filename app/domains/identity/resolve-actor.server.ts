import type { Actor, Mandate, Membership, OrganisationKind, PersonActor, Role } from '../actor';
import type { Database } from '~/platform/db/database.server';
import { sha256 } from '~/platform/crypto/keyed-hash.server';

const visitor: Actor = { kind: 'visitor' };

const personColumns = {
  id: true,
  displayName: true,
  emailConfirmedAt: true,
  homeAreaId: true,
  residenceAreaId: true,
  suspendedAt: true,
  roles: { select: { role: true, areaId: true } },
  memberships: {
    select: {
      mandate: true,
      organisation: { select: { id: true, name: true, kind: true, areaId: true, state: true } },
    },
  },
} as const;

interface PersonRow {
  id: string;
  displayName: string;
  emailConfirmedAt: Date | null;
  homeAreaId: string | null;
  residenceAreaId: string | null;
  suspendedAt: Date | null;
  roles: { role: string; areaId: string }[];
  memberships: {
    mandate: string;
    organisation: { id: string; name: string; kind: string; areaId: string; state: string };
  }[];
}

function actorOf(person: PersonRow, organisationId: string | null): PersonActor {
  const memberships = person.memberships.map(({ mandate, organisation }): Membership => ({
    organisationId: organisation.id,
    name: organisation.name,
    kind: organisation.kind as OrganisationKind,
    areaId: organisation.areaId,
    mandate: mandate as Mandate,
    verified: organisation.state === 'verified',
  }));
  return {
    kind: 'person',
    personId: person.id,
    displayName: person.displayName,
    emailConfirmed: person.emailConfirmedAt !== null,
    homeAreaId: person.homeAreaId,
    residenceAreaId: person.residenceAreaId,
    roles: person.roles.map(({ role, areaId }) => ({ role: role as Role, areaId })),
    memberships,
    actingFor:
      memberships.find(
        (member) =>
          member.organisationId === organisationId && member.verified && member.mandate !== 'member',
      ) ?? null,
  };
}

/** Who holds the session: a visitor where the token is none, expired, or the person is suspended. */
export async function resolveActor(database: Database, token: string | null, now: Date): Promise<Actor> {
  if (!token) return visitor;
  const session = await database.read.session.findUnique({
    where: { tokenHash: sha256(token) },
    select: { organisationId: true, expiresAt: true, person: { select: personColumns } },
  });
  if (!session || session.expiresAt <= now || session.person.suspendedAt) return visitor;
  return actorOf(session.person, session.organisationId);
}

/** The actor that a person is, without a session: for the command line, the demo and tests. */
export async function resolvePerson(
  database: Database,
  personId: string,
  organisationId: string | null,
): Promise<PersonActor> {
  const person = await database.read.person.findUniqueOrThrow({
    where: { id: personId },
    select: personColumns,
  });
  return actorOf(person, organisationId);
}
