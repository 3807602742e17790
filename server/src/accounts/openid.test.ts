import { keptInAFolder } from '../testing/places.js';
import { openIdSuite } from './testing/openid-suite.js';

openIdSuite('a folder', keptInAFolder);
