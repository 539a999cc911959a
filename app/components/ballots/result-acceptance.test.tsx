import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { AcceptanceFigures } from './result-acceptance';
import type { SupportResult } from '~/domains/ballots/rules/outcome';
