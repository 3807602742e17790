import { keptInAFolder } from '../testing/places.js';
import { signingInSuite } from './testing/signing-in-suite.js';

signingInSuite('a folder', keptInAFolder);
