import { z } from 'zod';

/**
 * For pages whose policy forbids making code from text: imported before everything else, it keeps the schemas from
 * trying, which a browser reports as a violation even though nothing comes of it.
 */
z.config({ jitless: true });
