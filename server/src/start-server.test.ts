import { keptInAFolder } from './testing/places.js';
import { serverSuite } from './testing/server-suite.js';

serverSuite('on a folder', keptInAFolder);
