export interface SignedContent {
  id: string;
  version: number;
  title: string;
  body: string;
  parties: { position: number; organisationId: string; name: string; creditCode: string }[];
  obligations: { position: number; organisationId: string; text: string; dueAt: string | null }[];
}

/**
 * The one text of an agreement that is hashed and signed: JSON with keys in this order and Unicode NFC, so that anybody
 * can make it again from the public page.
 */
export function canonicalText(content: SignedContent): string {
  const byPosition = (a: { position: number }, b: { position: number }) => a.position - b.position;
  return JSON.stringify({
    form: 'gongzhi-agreement-1',
    id: content.id,
    version: content.version,
    title: content.title.normalize('NFC'),
    body: content.body.replaceAll('\r\n', '\n').normalize('NFC'),
    parties: [...content.parties].sort(byPosition).map(({ organisationId, name, creditCode }) => ({
      organisationId,
      name: name.normalize('NFC'),
      creditCode,
    })),
    obligations: [...content.obligations]
      .sort(byPosition)
      .map(({ organisationId, text, dueAt }) => ({ organisationId, text: text.normalize('NFC'), dueAt })),
  });
}
