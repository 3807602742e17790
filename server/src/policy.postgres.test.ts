import { inject } from 'vitest';
import { freshDatabase } from '../../tools/postgres.mjs';
import { keptInADatabase } from './testing/on-postgres.js';
import { policySuite } from './testing/policy-suite.js';

policySuite('on PostgreSQL', () => keptInADatabase(() => freshDatabase(inject('databaseUrl'))));
