import type { Tag } from '@throughline/core';
import type { Format } from '../contract.js';
import type { AttachedFile, Message } from '../mail/message.js';
import type { Vendor } from '../vendors.js';
import type { Article } from './article.js';

/** The format of attached bytes; undefined where no format knows them. */
export type Recognise = (head: Uint8Array, name: string) => Format | undefined;

export interface Letter {
  readonly message: Message;
  readonly vendor?: Vendor;
  /** What it says of itself: the alert's name, its day. */
  readonly about: readonly Tag[];
  readonly holds:
    | { readonly kind: 'files'; readonly files: readonly (AttachedFile & { readonly format: Format })[] }
    | {
        readonly kind: 'articles';
        readonly in: 'html' | 'text';
        readonly source: string;
        readonly articles: readonly Article[];
      }
    | { readonly kind: 'export'; readonly text: string; readonly format: Format };
}
