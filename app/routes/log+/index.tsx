import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DescriptionList, PageHeader, Section, Time } from '~/components/ui';
import { logKeyText, proofOfEvent, publishedHead } from '~/domains/ledger/index.server';
import { contextOf } from '~/http/actor.server';
import { eventAsked } from '~/http/guards/log-answers.server';
import { pageTitle } from '~/http/answers/page-title';
import { textIn } from '~/i18n/catalogue';
import { publicLog } from '~/i18n/public-log';
import { useText } from '~/i18n/use-text';
import { paths } from '~/paths';
import type { MetaFunction } from '@remix-run/node';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const event = eventAsked(args.request);
  const [head, key] = await Promise.all([publishedHead(ctx), logKeyText(ctx)]);
  const proof = event === '' ? null : await proofOfEvent(ctx, event);
  return {
    title: textIn(ctx.locale, publicLog)('title'),
    ...{ event, key, address: `${ctx.configuration.publicUrl}${paths.log}` },
    head: head && { size: head.size, root: head.root, at: head.at, witnesses: head.witnesses },
    place: proof && { index: proof.index, isOpen: proof.content !== undefined },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

/** Where an event stands, and what proves it. */
function EventPlace({ event, place }: { event: string; place: { index: number; isOpen: boolean } | null }) {
  const t = useText(publicLog);
  if (!place) return <p>{t('not-entered')}</p>;
  return (
    <>
      <p>{t('entered', { index: place.index })}</p>
      <p>
        <a href={paths.logProof(event)} download={`proof-${place.index}.json`}>
          {t('proof')}
        </a>{' '}
        {t(place.isOpen ? 'proof-how' : 'proof-closed')}
      </p>
      <pre className="break-all whitespace-pre-wrap">{`npx gongzhi verify proof-${place.index}.json`}</pre>
    </>
  );
}

interface LogHeadProps {
  head: { size: number; root: string; at: Date; witnesses: { name: string; at: Date }[] } | null;
  publicKey: string | null;
}

function LogHead({ head, publicKey }: LogHeadProps) {
  const t = useText(publicLog);
  if (!head) return <p>{t('none-yet')}</p>;
  const code = (text: string | null) => <code className="break-all">{text}</code>;
  return (
    <DescriptionList
      items={[
        { label: t('size'), value: String(head.size) },
        { label: t('at'), value: <Time value={head.at} /> },
        { label: t('root'), value: code(head.root) },
        { label: t('key'), value: code(publicKey) },
        ...head.witnesses.map(({ name, at }) => ({
          label: t('witness'),
          value: (
            <>
              {code(name)} <Time value={at} />
            </>
          ),
        })),
      ]}
    />
  );
}

/** The public log in words: what it is, its head, and how anyone checks it. */
export default function PublicLog() {
  const { title, event, key, address, head, place } = useLoaderData<typeof loader>();
  const t = useText(publicLog);
  return (
    <>
      <PageHeader title={title} />
      <p>{t('what')}</p>
      {event !== '' && (
        <Section title={t('this-event')}>
          <EventPlace event={event} place={place} />
        </Section>
      )}
      <Section title={t('head')}>
        <LogHead head={head} publicKey={key} />
      </Section>
      <Section title={t('how')}>
        <p>{t('how-words')}</p>
        <pre className="break-all whitespace-pre-wrap">{`npx gongzhi verify --log ${address} --mirror gongzhi-log`}</pre>
        <p>{t('formats')}</p>
      </Section>
    </>
  );
}
