import { duplicatesSuite } from './testing/duplicates-suite.js';
import { desk, onAFolder } from './testing/places.js';

for (const place of [desk, onAFolder]) duplicatesSuite(place);
