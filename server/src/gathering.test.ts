import { gatheringSuite } from './testing/gathering-suite.js';
import { desk, onAFolder } from './testing/places.js';

for (const place of [desk, onAFolder]) gatheringSuite(place);
