import type { CallFault } from '../rules/open311/check-request';

/** What a call through the API is refused for; the answer names each. Nothing was changed. */
export class CallRefused extends Error {
  readonly faults: readonly CallFault[];

  constructor(...faults: CallFault[]) {
    super(faults.map(({ key }) => key).join(', '));
    this.name = 'CallRefused';
    this.faults = faults;
  }
}
