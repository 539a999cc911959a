import { createContext } from 'react';

/** The answer's nonce, on the server only: browsers hide it from scripts. */
export const NonceContext = createContext('');
