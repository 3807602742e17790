import { desk, onAFolder } from './testing/places.js';
import { sourcesSuite } from './testing/sources-suite.js';

for (const place of [desk, onAFolder]) sourcesSuite(place);
