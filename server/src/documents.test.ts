import { desk, onAFolder } from './testing/places.js';
import { documentsSuite } from './testing/documents-suite.js';

for (const place of [desk, onAFolder]) documentsSuite(place);
