import { desk, onAFolder } from './testing/places.js';
import { readingSuite } from './testing/reading-suite.js';

for (const place of [desk, onAFolder]) readingSuite(place);
