import { detailOf, fault, warning } from './finding';
import type { Finding } from './finding';
import type { SmsConfiguration } from '~/platform/sms/sms-settings';

/** Operators in China pass on no message without one. */
function signatureFaults({ signature, countries }: SmsConfiguration): Finding[] {
  return signature === '' && countries.includes('86') ? [warning('sms-signature')] : [];
}

/** Whether the operator of text messages lets the portal in; nothing is sent. */
export async function textFaults(sms: SmsConfiguration): Promise<Finding[]> {
  if (sms.url === '') return [];
  const { tryGateway } = await import('~/platform/sms/smpp-gateway.server');
  try {
    await tryGateway(sms.url);
    return signatureFaults(sms);
  } catch (error) {
    return [...refusal(error), ...signatureFaults(sms)];
  }
}

function refusal(error: unknown): Finding[] {
  const detail = detailOf(error);
  const isAccount = /ESME_RINV(PASWD|SYSID)|ESME_RBINDFAIL/.test(detail);
  return [fault(isAccount ? 'sms-account' : 'sms-fails', { detail })];
}
