import { listenForPushes } from './push';
import type { PushScope } from './push';

listenForPushes(globalThis as unknown as PushScope);
