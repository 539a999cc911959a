import { readFileSync } from 'node:fs';
import path from 'node:path';
import { communities } from './demo-areas';
import type { DemoWorld } from './demo-clock';
import { organisations } from './demo-organisations';
import { officials, residents } from './demo-people';
import type { Services } from '../../app/http/server/services.server';
import { hashPassword } from '../../app/domains/identity/proving/passwords.server';
import { importAreas, importMap } from '../../app/domains/territory/index.server';

/** The password of everyone in the demo: for signing agreements there. */
export const demoPassword = 'gongzhi-demo';

async function loadAreas(world: DemoWorld): Promise<void> {
  const csv = readFileSync(path.resolve('prisma/seed/areas.csv'), 'utf8');
  const { faults } = await importAreas(world.system(), csv);
  if (faults.length > 0) throw new Error(`areas.csv: ${JSON.stringify(faults)}`);
  const map = readFileSync(path.resolve('prisma/seed/map.geojson'), 'utf8');
  const drawn = await importMap(world.system(), map);
  if (drawn.faults.length > 0) throw new Error(`map.geojson: ${JSON.stringify(drawn.faults)}`);
}

/** The areas, the people with their roles and residences, and the organisations. */
export async function loadRegistry(services: Services, world: DemoWorld): Promise<void> {
  await loadAreas(world);
  const passwordHash = await hashPassword(demoPassword);
  const createdAt = world.at(400);
  const household = (index: number) => services.keys.hash(`demo household ${Math.floor(index / 2)}`);
  await services.database.transaction(async (tx) => {
    await tx.prisma.person.createMany({
      data: residents.map((person, index) => ({
        id: person.id,
        email: person.email,
        displayName: person.displayName,
        passwordHash,
        emailConfirmedAt: createdAt,
        homeAreaId: communities[person.community ?? 0] ?? null,
        residenceAreaId: person.community === null ? null : (communities[person.community] ?? null),
        householdKey: person.community === null ? null : household(index),
        birthYear: person.birthYear,
        mailFrequency: index % 5 === 0 ? 'daily' : 'none',
        createdAt,
      })),
    });
    await tx.prisma.person.createMany({
      data: officials.map((person) => ({
        id: person.id,
        email: person.email,
        displayName: person.displayName,
        passwordHash,
        emailConfirmedAt: createdAt,
        homeAreaId: person.area,
        createdAt,
      })),
    });
    await tx.prisma.roleHeld.createMany({
      data: officials.flatMap((person) =>
        person.roles.map((role) => ({
          id: `${person.id}-${role}`,
          personId: person.id,
          role,
          areaId: person.area,
          createdAt,
        })),
      ),
    });
    await tx.prisma.organisation.createMany({
      data: organisations.map(({ id, kind, name, areaId, creditCode, about }) => ({
        id,
        kind,
        name,
        areaId,
        creditCode,
        verifiedCode: creditCode,
        about,
        state: 'verified',
        verifiedAt: createdAt,
        createdAt,
      })),
    });
    await tx.prisma.organisationMember.createMany({
      data: organisations.map((organisation) => ({
        organisationId: organisation.id,
        personId: organisation.owner,
        mandate: 'owner',
        createdAt,
      })),
    });
  });
}
