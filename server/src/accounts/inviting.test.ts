import { keptInAFolder } from '../testing/places.js';
import { invitingSuite } from './testing/inviting-suite.js';

invitingSuite('a folder', keptInAFolder);
