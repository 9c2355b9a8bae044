import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const count = z.coerce.number().int().min(1).max(1_000_000);
/** Host, port, how to sign in, and nothing else. */
const mailServer = z
  .url({ protocol: /^smtps?$/, error: 'must begin with smtp:// or smtps://' })
  .refine(isPlainServer, 'must name a host, and may have USER:PASSWORD@ before it and :PORT behind it');
/** Hosts as an address has them, each with its port. */
const hostsWithPort = z
  .string()
  .transform((list) => list.split(',').map((host) => host.trim().toLowerCase()))
  .refine(
    (hosts) => hosts.every((host) => /^([a-z0-9._-]+|\[[0-9a-f:]+\]):[1-9]\d{0,4}$/.test(host)),
    'must be HOST:PORT, several with commas between them',
  );
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

function isPlainServer(address: string): boolean {
  if (!URL.canParse(address)) return true; // said already
  const { hostname, pathname, search, hash } = new URL(address);
  return hostname !== '' && (pathname === '' || pathname === '/') && search === '' && hash === '';
}

/** Every setting, read from the environment or a `.env` file. .env.example is kept the same by a test. */
export const settingsSchema = z.object({
  PORT: port.default(3000).describe('Port to listen on; 0 picks a free one'),
  HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on; 0.0.0.0 for every interface'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Address under which people reach the service, when it is not the one it listens on'),
  DATA_DIR: z
    .string()
    .min(1)
    .default('./data')
    .describe(
      'Folder of the embedded database, of the secrets made on first start and of earlier versions of the widget',
    ),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb:// or mongodb+srv://')
    .optional()
    .describe('A MongoDB to use instead of the embedded database'),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: 'must begin with redis:// or rediss://' })
    .optional()
    .describe('A Redis in which all nodes count limits together; without it, each counts for itself'),
  SECRET: z
    .string()
    .min(32)
    .optional()
    .describe('Key of this service, at least 32 characters; made on first start if not given'),
  TRUST_PROXY: z.coerce
    .number()
    .int()
    .min(0)
    .max(10)
    .default(0)
    .describe('How many reverse proxies stand in front; 0 trusts no X-Forwarded-For'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info').describe('How much to log'),
  DEMO: flag.default(true).describe('Whether to serve the demo page and its site'),
  COMMENTS_PER_PERSON: count
    .default(5)
    .describe('Comments one guest may post in 10 minutes; who has signed in, twice as many'),
  COMMENTS_PER_ADDRESS: count
    .default(30)
    .describe('Comments that may come from one network address in 10 minutes; as many guests may be made there'),
  SMTP_URL: mailServer
    .optional()
    .describe('Server that mail goes out by, smtp://USER:PASSWORD@HOST:PORT or smtps://…; without it none is offered'),
  MAIL_FROM: z.email().optional().describe('Address that mail comes from; needed with SMTP_URL'),
  SITES_FILE: z
    .string()
    .min(1)
    .optional()
    .describe('File that declares sites as JSON, which are made and changed to what it says at every start'),
  OUTBOUND_ALLOW: hostsWithPort
    .optional()
    .describe(
      'Hosts of your own network that may be called (alerts, providers of accounts), as HOST:PORT with commas; others must be public',
    ),
  SECURITY_CONTACT: z
    .url({ protocol: /^(https|mailto|tel)$/, error: 'must begin with https://, mailto: or tel:' })
    .refine((address) => !/[^!-~]/.test(address), 'must be written in ASCII, without spaces')
    .optional()
    .describe('Where weaknesses are reported to, https://… or mailto:…; with it, /.well-known/security.txt is served'),
});

const wholeSchema = settingsSchema.refine(
  ({ SMTP_URL, MAIL_FROM }) => SMTP_URL === undefined || MAIL_FROM !== undefined,
  { path: ['MAIL_FROM'], error: 'is needed with SMTP_URL' },
);

export type Settings = z.infer<typeof settingsSchema>;
export type Config = Readonly<Settings>;

/**
 * The one configuration, checked as a whole.
 * @param env variables by name; empty ones count as not given
 * @throws Error naming every mistake at once
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.keys(settingsSchema.shape)
      .map((key) => [key, env[key]?.trim()])
      .filter(([, value]) => value !== undefined && value !== ''),
  ) as Record<string, string>;
  const parsed = wholeSchema.safeParse(given);
  if (parsed.success) return Object.freeze(parsed.data);
  const mistakes = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`These settings cannot be used:\n${mistakes.join('\n')}`);
}

/** Where mail is kept that is not sent: in a demo without a mail server. */
export function keepsMail({ SMTP_URL, DEMO }: Pick<Config, 'SMTP_URL' | 'DEMO'>): boolean {
  return SMTP_URL === undefined && DEMO;
}
