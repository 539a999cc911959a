import type { TestContext } from './context';
import type { SoftDevice } from './push-service';
import { addDevice } from '~/domains/notifications/index.server';

/** The same portal where what goes out may go to this machine, as PRIVATE_BRIDGES lets it. */
export function reaching(test: TestContext): TestContext {
  const as: TestContext['as'] = (who) => {
    const ctx = test.as(who);
    return { ...ctx, configuration: { ...ctx.configuration, privateBridges: true } };
  };
  const asPerson: TestContext['asPerson'] = async (...who) => as((await test.asPerson(...who)).actor);
  return new Proxy(test, {
    get: (target, name) =>
      name === 'as' ? as : name === 'asPerson' ? asPerson : (Reflect.get(target, name) as unknown),
  });
}

/** The person turns push on, on the device. */
export async function addDeviceOf(
  test: TestContext,
  personId: string,
  device: SoftDevice,
  sessionKey = `session of ${personId}`,
): Promise<void> {
  await addDevice(await test.asPerson(personId), { ...device.subscription, name: 'Test', sessionKey });
}
