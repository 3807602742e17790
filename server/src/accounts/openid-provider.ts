/** Where people may sign in besides here, by OpenID Connect. */
export interface OpenIdProvider {
  /** In addresses: letters, digits and hyphens. */
  readonly id: string;
  /** On the button. */
  readonly name: string;
  /** https://…; its discovery document stands below it. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Whoever it knows gets an account here. Without it, only who was invited. */
  readonly admitsAll?: boolean;
}

/** Throws where a provider cannot be meant so: told at the start, not when somebody signs in. */
export function checkProvider({ id, issuer }: OpenIdProvider): void {
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(id) || id === 'callback')
    throw new TypeError(`no provider can be called ${id}`);
  const { protocol, hostname } = new URL(issuer);
  const here = hostname === '127.0.0.1' || hostname === 'localhost';
  if (protocol !== 'https:' && !here) throw new TypeError(`the provider ${id} has to be reached by https: ${issuer}`);
}
