import type { Smpp } from 'smpp';
import { reportIn } from './delivery-receipt';
import type { DeliveryReport, SmsGateway, TextToSend } from './gateway';
import { segmentsOf } from './segments';
import { smppAddress } from './smpp-address';
import { openLink, SmppRefusal } from './smpp-link.server';
import type { SmppLink } from './smpp-link.server';
import { PermanentFailure } from '../jobs/job-rows.server';
import { sha256 } from '~/lib/sha256';

export interface SmppSettings {
  /** smpp://user:password@host:port */
  url: string;
  /** The number or name that the message comes from; empty where the operator chooses. */
  from: string;
  onReport: (report: DeliveryReport) => Promise<void>;
}

/** Of this message or number, not of the moment or the account (SMPP 5.1.3). */
const refusedForGood = new Set([0x01, 0x0a, 0x0b, 0x33, 0x40, 0x43, 0x48, 0x49, 0x50, 0x51, 0x62, 0x66]);

/** SMPP 5.2.5: a short code or number goes without a type, a name as letters. */
function senderOf(from: string) {
  if (from.startsWith('+')) return { source_addr: from.slice(1), source_addr_ton: 1, source_addr_npi: 1 };
  const isNumber = /^\d*$/.test(from);
  return { source_addr: from, source_addr_ton: isNumber ? 0 : 5, source_addr_npi: isNumber ? 1 : 0 };
}

/** SMPP 7.1.1: from the moment when the operator gets it. */
function validityOf(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `000000${two(Math.floor(minutes / 60) % 24)}${two(minutes % 60)}00000R`;
}

const udhIndicator = 0x40;

function submitsOf(smpp: Smpp, text: TextToSend, from: string) {
  const reference = Number.parseInt(sha256(text.reference).slice(0, 2), 16);
  const { dataCoding, parts } = segmentsOf(text.words, reference, smpp.encodings.ASCII);
  return parts.map((octets) => ({
    ...senderOf(from),
    ...{ destination_addr: text.to, dest_addr_ton: 1, dest_addr_npi: 1 },
    ...{ data_coding: dataCoding, short_message: octets, esm_class: parts.length > 1 ? udhIndicator : 0 },
    ...{ registered_delivery: 1, validity_period: validityOf(text.minutesValid) },
  }));
}

const smppLibrary = async (): Promise<Smpp> => (await import('smpp')).default;

async function submit(link: SmppLink, fields: Record<string, unknown>): Promise<string> {
  try {
    const { message_id: id } = await link.ask('submit_sm', fields);
    return typeof id === 'string' ? id : '';
  } catch (error) {
    if (error instanceof SmppRefusal && refusedForGood.has(error.status))
      throw new PermanentFailure(error.message);
    throw error;
  }
}

/** A gateway over SMPP 3.4: one link, bound when it is used first and anew after it broke. */
export function smppGateway({ url, from, onReport }: SmppSettings): SmsGateway {
  const address = smppAddress(url);
  if (!address) throw new Error('SMS_URL is no address of an SMPP server');
  let opening: Promise<SmppLink> | null = null;
  const take = async (smpp: Smpp, pdu: unknown) => {
    const report = reportIn(pdu, (text) => smpp.encodings.ASCII.encode(text));
    if (report) await onReport(report);
  };
  const open = async (): Promise<SmppLink> => {
    const smpp = await smppLibrary();
    return openLink(smpp, address, (pdu) => take(smpp, pdu));
  };
  const link = async (): Promise<SmppLink> => {
    const before = opening;
    const known = await before?.catch(() => null);
    if (known?.isOpen) return known;
    // Of two who find it broken one opens another.
    if (opening === before || opening === null) opening = open();
    return opening;
  };
  return {
    send: async (text, onAccepted) => {
      const submits = submitsOf(await smppLibrary(), text, from);
      for (const [position, fields] of submits.entries()) {
        if (text.accepted.includes(position)) continue;
        const operatorId = await submit(await link(), fields);
        await onAccepted({ position, parts: submits.length, operatorId });
      }
    },
    listen: async () => void (await link()),
    close: async () => {
      const known = await opening?.catch(() => null);
      opening = null;
      await known?.close();
    },
  };
}

/** Throws where the operator does not let the portal in; nothing is sent. */
export async function tryGateway(url: string): Promise<void> {
  const address = smppAddress(url);
  if (!address) throw new Error('SMS_URL is no address of an SMPP server');
  await (await openLink(await smppLibrary(), address)).close();
}
