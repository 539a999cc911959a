import { Children, isValidElement } from 'react';
import type { ReactNode } from 'react';

/** The labels of the fields among the children, by name: the list of faults calls each field by its label. */
export function fieldLabels(children: ReactNode): Record<string, string> {
  const labels: Record<string, string> = {};
  const visit = (nodes: ReactNode): void => {
    Children.forEach(nodes, (node) => {
      if (!isValidElement(node)) return;
      const {
        name,
        label,
        children: inner,
      } = node.props as { name?: unknown; label?: unknown; children?: ReactNode };
      if (typeof name === 'string' && typeof label === 'string') labels[name] ??= label;
      if (typeof inner !== 'function') visit(inner);
    });
  };
  visit(children);
  return labels;
}
