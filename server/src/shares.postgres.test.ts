import { inject } from 'vitest';
import { freshDatabase } from '../../tools/postgres.mjs';
import { onPostgres } from './testing/on-postgres.js';
import { sharesSuite } from './testing/shares-suite.js';

sharesSuite(onPostgres(() => freshDatabase(inject('databaseUrl'))));
