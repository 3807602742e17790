import { keptInAFolder } from '../testing/places.js';
import { schemaSuite } from './testing/schema-suite.js';

schemaSuite('a folder', keptInAFolder);
