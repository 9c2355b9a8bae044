import type { ProblemDocument } from '../../../shared/problem.ts';
import { readerRoutes } from '../../../shared/routes.ts';
import { signInRoutes } from '../../../shared/sign-in-routes.ts';
import type { Answers, Scene } from './scene.ts';

/** Which answer of a scene is asked for, by method and path; the first that fits. */
const ASKED: readonly [method: string, route: string, answer: keyof Answers][] = [
  ['GET', readerRoutes.threadSearch, 'search'],
  ['GET', readerRoutes.featured, 'featured'],
  ['GET', readerRoutes.ownComment, 'editable'],
  ['GET', readerRoutes.comments, 'page'],
  ['POST', readerRoutes.comments, 'post'],
  ['PUT', readerRoutes.comment, 'edit'],
  ['GET', readerRoutes.comment, 'branch'],
  ['GET', readerRoutes.changes, 'changes'],
  ['GET', readerRoutes.mine, 'mine'],
  ['POST', readerRoutes.preview, 'preview'],
  ['GET', readerRoutes.participants, 'participants'],
  ['GET', readerRoutes.notifications, 'inbox'],
  ['GET', readerRoutes.ownComments, 'own'],
  ['GET', readerRoutes.erasure, 'erasure'],
  ['GET', signInRoutes.signIn, 'ways'],
  ['POST', signInRoutes.signInMail, 'attempt'],
];

const patternOf = (route: string): RegExp => new RegExp(`^${route.replace(/:[A-Za-z]+/g, '([^/]+)')}$`);

export const siteOf = ({ name }: Pick<Scene, 'name'>): string => `gallery-${name}`;
/** Tells on the paths of a person, which name no site, whose scene it is. */
export const tokenOf = ({ name }: Pick<Scene, 'name'>): string => `token-${name}`;

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
}

function isProblem(answer: unknown): answer is ProblemDocument {
  return typeof answer === 'object' && answer !== null && 'type' in answer && 'status' in answer;
}

/** Stands in for the service on this page alone, so that every state of the real element can be looked at without one. */
export function standIn(scenes: readonly Scene[]): void {
  const real = window.fetch.bind(window);
  const bySite = new Map(scenes.map((scene) => [siteOf(scene), scene]));
  const byToken = new Map(scenes.map((scene) => [`Bearer ${tokenOf(scene)}`, scene]));
  window.fetch = async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href);
    if (!/^\/(v1\/|healthz)/.test(url.pathname)) return real(input, init);
    const authorization = new Headers(init.headers).get('Authorization') ?? '';
    const site = /^\/v1\/sites\/([^/]+)/.exec(url.pathname)?.[1] ?? '';
    const answers = (bySite.get(site) ?? byToken.get(authorization))?.answers;
    const asked = ASKED.find(
      ([method, route]) => method === (init.method ?? 'GET') && patternOf(route).test(url.pathname),
    );
    const answer = answers !== undefined && asked !== undefined ? answers[asked[2]] : undefined;
    if (answer === 'never') return new Promise(() => undefined);
    if (answer === 'unreachable' || answer === undefined) throw new TypeError('no such answer in the gallery');
    return isProblem(answer) ? json(answer, answer.status) : json(answer);
  };
  // Without a line, the element asks for changes from time to time, which is answered above.
  window.WebSocket = class extends EventTarget {
    constructor() {
      super();
      setTimeout(() => this.dispatchEvent(new Event('error')));
    }
    close(): void {
      // It was never open.
    }
  } as unknown as typeof WebSocket;
}
