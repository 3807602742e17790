import { desk, onAFolder } from './testing/places.js';
import { liveSuite } from './testing/live-suite.js';

for (const place of [desk, onAFolder]) liveSuite(place);
