#!/usr/bin/env node
/** Builds what is missing or out of date, then runs the command. */
import { pathToFileURL } from 'node:url';
import { buildCommandLine, buildPortal, commandLineFile } from '../scripts/build.mjs';

const serving = ['start', 'serve'];
await buildCommandLine();
if (serving.includes(process.argv[2] ?? '')) await buildPortal();
await import(pathToFileURL(commandLineFile).href);
