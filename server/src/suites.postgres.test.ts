import { inject } from 'vitest';
import { freshDatabase } from '../../tools/postgres.mjs';
import { archivesSuite } from './testing/archives-suite.js';
import { documentsSuite } from './testing/documents-suite.js';
import { duplicatesSuite } from './testing/duplicates-suite.js';
import { gatheringSuite } from './testing/gathering-suite.js';
import { liveSuite } from './testing/live-suite.js';
import { keptInADatabase, onPostgres } from './testing/on-postgres.js';
import { desk } from './testing/places.js';
import { readingSuite } from './testing/reading-suite.js';
import { serverSuite } from './testing/server-suite.js';
import { sourcesSuite } from './testing/sources-suite.js';
import { workbenchSuite } from './testing/workbench-suite.js';

const fresh = () => freshDatabase(inject('databaseUrl'));
const place = onPostgres(fresh);
for (const suite of [
  workbenchSuite,
  liveSuite,
  sourcesSuite,
  gatheringSuite,
  duplicatesSuite,
  documentsSuite,
  readingSuite,
])
  suite(place);
archivesSuite(desk, place);
archivesSuite(place, desk);
serverSuite('on PostgreSQL', () => keptInADatabase(fresh));
