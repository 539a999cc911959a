import { Scripts } from '@remix-run/react';
import { cloneElement, isValidElement } from 'react';
import type { ReactElement, ReactNode } from 'react';

/** Styles and what is seen first come before scripts. React knows the attribute by no other name. */
const behind: Record<string, string> = { fetchpriority: 'low' };

function askedForBehind(node: ReactNode): ReactNode {
  if (Array.isArray(node)) return node.map(askedForBehind);
  return isValidElement(node) && node.type === 'link' ? cloneElement(node, behind) : node;
}

/**
 * Remix's scripts, whose modules are asked for behind what a page is seen by: forty of them would share a slow network
 * with its styles and its first picture. Remix has no word for that, so what it draws is taken up.
 */
export function PageScripts({ nonce }: { nonce: string | undefined }) {
  const drawn = Scripts({ nonce }) as ReactElement<{ children: ReactNode[] }> | null;
  return drawn && cloneElement(drawn, {}, ...drawn.props.children.map(askedForBehind));
}
