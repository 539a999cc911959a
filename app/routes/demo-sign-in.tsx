import { data } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { Button, Card, CardList, Form, PageHeader, Section } from '~/components/ui';
import { demoPeople } from '~/domains/identity/index.server';
import type { ReadContext } from '~/domains/context';
import { areaNames } from '~/domains/territory/index.server';
import { contextOf, safeNext } from '~/http/actor.server';
import { runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { goOnAs } from '~/http/signed-in.server';
import { hasKey, textIn } from '~/i18n/catalogue';
import { identity } from '~/i18n/identity';
import { useText } from '~/i18n/use-text';

function demoOnly(ctx: ReadContext) {
  if (!ctx.configuration.demoMode) throw data({ reason: null }, { status: 404 });
}

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  demoOnly(ctx);
  const people = await demoPeople(ctx);
  const areas = await areaNames(
    ctx,
    people.flatMap((person) => person.residenceAreaId ?? []),
  );
  const next = safeNext(new URL(args.request.url).searchParams.get('next'), paths.home);
  return { people, areas, next, title: textIn(ctx.locale, identity)('demo.title') };
}

const schema = z.object({ person: z.string().max(26), next: z.string().optional() });

export async function action(args: ActionFunctionArgs) {
  const ctx = contextOf(args);
  demoOnly(ctx);
  return runForm(args, schema, async ({ person, next }) => {
    const chosen = (await demoPeople(ctx)).find(({ id }) => id === person);
    if (!chosen) throw data({ reason: null }, { status: 404 });
    const message = textIn(ctx.locale, identity)('demo.flash', { name: chosen.displayName });
    return goOnAs(args, person, { path: safeNext(next, paths.home), message });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

type Person = Awaited<ReturnType<typeof demoPeople>>[number];

export default function DemoSignIn() {
  const { people } = useLoaderData<typeof loader>();
  const t = useText(identity);
  const isOfficial = (person: Person) => hasKey(identity, `demo.${person.id}`);
  return (
    <>
      <PageHeader title={t('demo.title')} lead={t('demo.lead', { password: 'gongzhi-demo' })} />
      <Section title={t('demo.officials')}>
        <People people={people.filter(isOfficial)} />
      </Section>
      <Section title={t('demo.residents')}>
        <People people={people.filter((person) => !isOfficial(person))} />
      </Section>
    </>
  );
}

function People({ people }: { people: Person[] }) {
  const { areas, next } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(identity);
  const about = (person: Person) => {
    const key = `demo.${person.id}`;
    if (hasKey(identity, key)) return t(key);
    const area = person.residenceAreaId && areas[person.residenceAreaId];
    return area ? t('demo.verified', { area }) : t('demo.unverified');
  };
  return (
    <CardList grid>
      {people.map((person) => (
        <Card
          key={person.id}
          title={person.displayName}
          actions={
            <Form state={outcome?.form} hidden={{ person: person.id, next }}>
              <Button size="small" variant="secondary">
                {t('demo.use', { name: person.displayName })}
              </Button>
            </Form>
          }
        >
          {about(person)}
        </Card>
      ))}
    </CardList>
  );
}
