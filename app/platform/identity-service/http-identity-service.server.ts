import { z } from 'zod';
import type { IdentityService } from './identity-service';
import type { Configuration } from '../configuration.server';
import { sendRequest } from '../web/send-request.server';
import { parsedJson } from '~/lib/parsed-json';

const answerSchema = z.object({ result: z.enum(['same', 'different']) });

type Settings = Pick<Configuration, 'identityService' | 'privateBridges'>;

/**
 * A service that is asked over HTTPS: `{"name", "number"}` is posted to it with a key, and `{"result": "same"}` or
 * `"different"` comes back. What a city has speaks something of its own: a small program of its own translates, or another
 * `IdentityService` takes the place of this one. Null where none is set.
 */
export function identityServiceOf({ identityService, privateBridges }: Settings): IdentityService | null {
  const { url, key, name } = identityService;
  if (url === '') return null;
  return {
    name,
    compare: async (asked) => {
      try {
        const answer = await sendRequest({
          ...{ url, method: 'POST', body: JSON.stringify(asked), mostBytes: 10_000 },
          headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${key}` },
          ...{ timeoutMilliseconds: 10_000, toPrivateAddresses: privateBridges },
        });
        const read = answerSchema.safeParse(parsedJson(answer.body.toString('utf8')));
        return answer.status === 200 && read.success ? read.data.result : 'unreachable';
      } catch {
        return 'unreachable';
      }
    },
  };
}
