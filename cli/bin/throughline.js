#!/usr/bin/env node
import { existsSync } from 'node:fs';

const main = new URL('../dist/main.js', import.meta.url);
// In a fresh clone nothing is compiled yet: the first command builds the rest.
if (!existsSync(main)) await (await import('../../tools/bootstrap.mjs')).bootstrap();
await import(main.href);
