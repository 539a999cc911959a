export interface SignedContent {
  id: string;
  version: number;
  title: string;
  body: string;
  /** The kind of agreement, by which mandates to sign are limited; empty for none of those that there are. */
  template: string;
  parties: { position: number; organisationId: string; name: string; creditCode: string }[];
  obligations: {
    position: number;
    organisationId: string;
    text: string;
    dueAt: string | null;
    amountFen: string | null;
    payerId: string | null;
  }[];
  endsAt: string | null;
  continues: { id: string; as: string } | null;
  attachments: { name: string; sha256: string }[];
}

const byPosition = (a: { position: number }, b: { position: number }) => a.position - b.position;
const plain = (text: string) => text.replaceAll('\r\n', '\n').normalize('NFC');

const partiesOf = (content: SignedContent) =>
  [...content.parties].sort(byPosition).map(({ organisationId, name, creditCode }) => ({
    organisationId,
    name: name.normalize('NFC'),
    creditCode,
  }));

/** What portals wrote before amounts, terms and attachments were part of what is signed. */
function firstForm(content: SignedContent): string {
  return JSON.stringify({
    form: 'gongzhi-agreement-1',
    id: content.id,
    version: content.version,
    title: content.title.normalize('NFC'),
    body: plain(content.body),
    parties: partiesOf(content),
    obligations: [...content.obligations]
      .sort(byPosition)
      .map(({ organisationId, text, dueAt }) => ({ organisationId, text: text.normalize('NFC'), dueAt })),
  });
}

/** The form in which what is frozen now is written. */
export const presentForm = 3;

/**
 * The one text of an agreement that is hashed and signed: JSON with keys in this order and Unicode NFC, so that anybody
 * can make it again from the public page. Amounts are whole fen, as text.
 */
export function canonicalText(content: SignedContent, form: number = presentForm): string {
  if (form === 1) return firstForm(content);
  return JSON.stringify({
    form: `gongzhi-agreement-${form}`,
    id: content.id,
    version: content.version,
    title: content.title.normalize('NFC'),
    // The second form did not say of what kind it is.
    ...(form === 2 ? {} : { kind: content.template }),
    body: plain(content.body),
    endsAt: content.endsAt,
    continues: content.continues,
    parties: partiesOf(content),
    obligations: [...content.obligations]
      .sort(byPosition)
      .map(({ organisationId, text, dueAt, amountFen, payerId }) => ({
        organisationId,
        text: plain(text),
        dueAt,
        amountFen,
        payerId,
      })),
    attachments: content.attachments.map(({ name, sha256 }) => ({ name: name.normalize('NFC'), sha256 })),
  });
}
