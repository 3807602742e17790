/**
 * The two globals of the Encoding standard that this folder uses. Browsers, workers and Node all have them,
 * so they are declared here instead of letting the whole DOM or Node into the folder's types.
 */
declare class TextDecoder {
  constructor(label: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string;
}

declare class TextEncoder {
  encode(text: string): Uint8Array;
}
