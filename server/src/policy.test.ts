import { keptInAFolder } from './testing/places.js';
import { policySuite } from './testing/policy-suite.js';

policySuite('on a folder', keptInAFolder);
