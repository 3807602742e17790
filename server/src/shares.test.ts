import { desk, onAFolder } from './testing/places.js';
import { sharesSuite } from './testing/shares-suite.js';

for (const place of [desk, onAFolder]) sharesSuite(place);
