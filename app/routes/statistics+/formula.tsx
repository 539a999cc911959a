import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { DescriptionList, PageHeader, Section, Time } from '~/components/ui';
import { FormulaForm } from '~/components/statistics/formula-form';
import { FormulaWords } from '~/components/statistics/formula-words';
import { formulaPage } from '~/domains/statistics/formula.query.server';
import { formulaSchema } from '~/domains/statistics/schema';
import { setFormula } from '~/domains/statistics/set-formula.server';
import { contextOf, requirePerson } from '~/http/actor.server';
import { flash, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { statistics } from '~/i18n/statistics';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const page = await formulaPage(ctx);
  const title = textIn(ctx.locale, statistics)('formula-title');
  return data({ ...page, title }, { headers: { 'X-Cache-Topics': 'statistics' } });
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  return runForm(args, formulaSchema, async (input) => {
    await setFormula(ctx, input);
    const message = textIn(ctx.locale, statistics)('flash-formula');
    return redirect(paths.statisticsFormula, { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function FormulaPage() {
  const { history, may, title } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(statistics);
  const [present, ...earlier] = history;
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  return (
    <>
      <PageHeader
        above={<Link to={paths.statistics}>{t('back-to-statistics')}</Link>}
        title={title}
        lead={t('formula-lead')}
      />
      {present && (
        <Section title={t('formula-now')} id={present.id}>
          <Kept kept={present} />
        </Section>
      )}
      {may.allowed && present && <FormulaForm formula={present.formula} state={state} />}
      {earlier.length > 0 && (
        <Section title={t('formula-earlier')}>
          {earlier.map((kept) => (
            <section key={kept.id} id={kept.id} className="stack">
              <Kept kept={kept} />
              <p>
                <Link to={`${paths.statistics}?formula=${kept.id}`}>{t('formula-use')}</Link>
              </p>
            </section>
          ))}
        </Section>
      )}
    </>
  );
}

type KeptFormula = ReturnType<typeof useLoaderData<typeof loader>>['history'][number];

function Kept({ kept }: { kept: KeptFormula }) {
  const t = useText(statistics);
  return (
    <>
      <FormulaWords formula={kept.formula} />
      <DescriptionList
        items={[
          {
            label: t('decided'),
            value: kept.createdAt ? <Time value={kept.createdAt} format="date" /> : t('formula-default'),
          },
          { label: t('formula-source'), value: kept.source ?? t('default-source') },
          { label: t('formula-reason'), value: kept.reason ?? t('default-reason') },
        ]}
      />
    </>
  );
}
