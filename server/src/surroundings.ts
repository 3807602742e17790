import { type Mail, openMail } from './mail.js';
import type { OpenIdProvider } from './accounts/openid-provider.js';
import { ServerProblem } from './problem.js';

/** What a server is told by its surroundings, because other users of a machine can read the arguments of a program. */
export interface ServerSurroundings {
  readonly mail?: Mail;
  readonly openId?: readonly OpenIdProvider[];
  readonly metricsToken?: string;
}

/** Reads THROUGHLINE_SMTP and its kin. Throws `server.settingMissing` where one is there without the others it needs. */
export function settingsIn(env: Readonly<Record<string, string | undefined>>): ServerSurroundings {
  const token = env.THROUGHLINE_METRICS_TOKEN;
  return { ...mailIn(env), ...openIdIn(env), ...(token ? { metricsToken: token } : {}) };
}

type Env = Parameters<typeof settingsIn>[0];

function mailIn(env: Env): { mail?: Mail } {
  const url = env.THROUGHLINE_SMTP;
  if (!url) return {};
  return { mail: openMail({ url, from: needed(env, 'THROUGHLINE_MAIL_FROM', 'THROUGHLINE_SMTP') }) };
}

function openIdIn(env: Env): { openId?: readonly OpenIdProvider[] } {
  const issuer = env.THROUGHLINE_OPENID;
  if (!issuer) return {};
  const provider = {
    id: 'openid',
    name: env.THROUGHLINE_OPENID_NAME || new URL(issuer).hostname,
    issuer,
    clientId: needed(env, 'THROUGHLINE_OPENID_CLIENT', 'THROUGHLINE_OPENID'),
    clientSecret: needed(env, 'THROUGHLINE_OPENID_SECRET', 'THROUGHLINE_OPENID'),
    admitsAll: env.THROUGHLINE_OPENID_ADMITS === 'all',
  };
  return { openId: [provider] };
}

function needed(env: Env, name: string, because: string): string {
  const value = env[name];
  if (!value) throw new ServerProblem('server.settingMissing', { name, because });
  return value;
}
