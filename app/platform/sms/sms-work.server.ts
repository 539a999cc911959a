import type { SmsConfiguration } from './sms-settings';
import type { SmsGateway } from './gateway';
import { keepTextLink, noteReport, textHandler, tidyTexts } from './send-text.server';
import type { TextPorts } from './send-text.server';
import { smppGateway } from './smpp-gateway.server';

/** The gateway of the settings; null where there is none. Nobody is connected to before there is something to send. */
export function openGateway(
  { url, from }: SmsConfiguration,
  ports: Pick<TextPorts, 'database' | 'clock'>,
): SmsGateway | null {
  if (url === '') return null;
  return smppGateway({ url, from, onReport: (report) => noteReport(ports, report) });
}

/** What the worker does for text messages. */
export function smsWork(ports: TextPorts) {
  return {
    handlers: { 'text-message': textHandler(ports) },
    recurring: { 'texts.link': keepTextLink(ports), 'texts.tidy': tidyTexts(ports) },
  };
}
