import { Tabs } from '~/components/ui';
import { commentSorts } from '~/domains/deliberation/rules/comment-order';
import type { CommentSort } from '~/domains/deliberation/rules/comment-order';
import { deliberation } from '~/i18n/deliberation';
import { useText } from '~/i18n/use-text';

/** The orders of a discussion as links, with the rule of the one at hand. */
export function CommentSorting({ sort }: { sort: CommentSort }) {
  const t = useText(deliberation);
  return (
    <div>
      <Tabs
        label={t('sort-by')}
        tabs={commentSorts.map((name) => ({
          to: `?sort=${name}#comments`,
          label: t(`sort.${name}`),
          current: name === sort,
        }))}
      />
      <p className="field-hint">{t(`sort-rule.${sort}`)}</p>
    </div>
  );
}
