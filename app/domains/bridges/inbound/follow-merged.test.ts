import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDepartment } from '../../../../tests/factories/departments';
import { makeAreas, makePerson } from '../../../../tests/factories/proposals';
import { testContext } from '../../../../tests/setup/context';
import type { TestContext } from '../../../../tests/setup/context';
import { runJobs } from '../../../../tests/setup/jobs';
import { addSource } from './sources.server';
import { mergeOrganisation } from '../../organisations/merge-organisation.server';

let test: TestContext;
beforeAll(async () => {
  test = await testContext();
  await makeAreas(test);
  await makePerson(test, 'officer');
  await makePerson(test, 'admin', { role: 'administrator', areaId: '421002' });
  for (const id of ['double', 'kept']) await makeDepartment(test, { id, memberId: 'officer' });
});
afterAll(() => test.dispose());

it('tells of the orders of the department into which its own was merged', async () => {
  const admin = await test.asPerson('admin');
  const { id } = await addSource(admin, { name: '12345', areaId: '421002', departmentId: 'double' });
  await mergeOrganisation(admin, {
    ...{ organisationId: 'double', intoId: 'kept', reason: '同一个部门登记了两次' },
  });
  await runJobs(test);
  const source = await test.database.read.inboundSource.findUniqueOrThrow({ where: { id } });
  expect(source.departmentId).toBe('kept');
});
