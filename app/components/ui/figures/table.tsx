import type { ReactNode } from 'react';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import { useOtherLanguage } from '../said';

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  numeric?: boolean;
}

export interface TableProps<Row> {
  caption: string;
  /** The caption is said on the page already: for screen readers only. */
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  empty?: ReactNode;
}

/** On a narrow screen what a cell shows stands beside its label: several things as one, below each other. */
function together(content: ReactNode): ReactNode {
  return typeof content === 'object' && content !== null ? <div>{content}</div> : content;
}

interface CellProps {
  header: string;
  numeric: boolean;
  content: ReactNode;
}

function Cell({ header, numeric, content }: CellProps) {
  return (
    <td
      // eslint-disable-next-line jsx-a11y/no-interactive-element-to-noninteractive-role -- shown as a block, a cell loses its role
      role="cell"
      data-label={header}
      className={numeric ? 'numeric' : undefined}
      lang={useOtherLanguage()(content)}
    >
      {together(content)}
    </td>
  );
}

/** A table; on a narrow screen each row becomes a card. The roles keep it a table for screen readers there. */
export function Table<Row>({ caption, captionHidden, columns, rows, rowKey, empty }: TableProps<Row>) {
  const t = useText(common);
  if (rows.length === 0) return <p className="table-empty">{empty ?? t('table.empty')}</p>;
  return (
    <table role="table" className="table">
      <caption className={captionHidden ? 'sr-only' : undefined}>{caption}</caption>
      <thead>
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              className={column.numeric ? 'numeric' : undefined}
            >
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column) => (
              <Cell
                key={column.key}
                header={column.header}
                numeric={column.numeric === true}
                content={column.cell(row)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
