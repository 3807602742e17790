import { desk, onAFolder } from './testing/places.js';
import { workbenchSuite } from './testing/workbench-suite.js';

for (const place of [desk, onAFolder]) workbenchSuite(place);
