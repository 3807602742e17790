import { archivesSuite } from './testing/archives-suite.js';
import { desk, onAFolder } from './testing/places.js';

archivesSuite(desk, onAFolder);
archivesSuite(onAFolder, desk);
