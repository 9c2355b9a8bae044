import type { ErrorRequestHandler, Response } from 'express';
import type { Logger } from '../logger.ts';
import { Problem, type ProblemDocument } from '../../shared/problem.ts';
import { languageOf } from './language.ts';
import { problemDocument } from '../problem-document.ts';

/** What express.json() reports, by its `type`. */
const BODY_ERRORS: Readonly<Record<string, 'invalid-json' | 'body-too-large' | 'unsupported-media-type'>> = {
  'entity.parse.failed': 'invalid-json',
  'entity.verify.failed': 'invalid-json',
  'request.aborted': 'invalid-json',
  'request.size.invalid': 'invalid-json',
  'stream.not.readable': 'invalid-json',
  'entity.too.large': 'body-too-large',
  'parameters.too.many': 'body-too-large',
  'charset.unsupported': 'unsupported-media-type',
  'encoding.unsupported': 'unsupported-media-type',
};

/** Any error as a Problem. What is no mistake of the caller is "internal", or "unavailable" while the database is away. */
export function asProblem(error: unknown, isUnavailable: (error: unknown) => boolean): Problem {
  if (error instanceof Problem) return error;
  if (isUnavailable(error)) return new Problem('store-unavailable', { retryAfter: 2, cause: error });
  if (error instanceof URIError) return new Problem('not-found');
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined;
  const code = typeof type === 'string' && Object.hasOwn(BODY_ERRORS, type) ? BODY_ERRORS[type] : undefined;
  if (code !== undefined) return new Problem(code);
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
  // What is left of the caller's mistakes is a path that names no file.
  return status >= 400 && status < 500 ? new Problem('not-found') : new Problem('internal', { cause: error });
}

function sendProblem(res: Response, problem: Problem): void {
  const lang = languageOf(res.req.get('accept-language'));
  const { retryAfter } = problem.extras;
  if (retryAfter !== undefined) res.set('Retry-After', String(retryAfter));
  res
    .status(problem.status)
    .set({ 'Cache-Control': 'no-store', 'Content-Language': lang })
    .type('application/problem+json')
    .send(JSON.stringify(problemDocument(problem, lang)));
}

/** The last door: every error leaves as problem+json; only those that are ours are logged, with their cause. */
export function problemHandler(deps: { log: Logger; isUnavailable: (error: unknown) => boolean }): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const log = (cause: unknown, what: string): void =>
      deps.log.error({ err: cause, method: req.method, path: req.path, requestId: res.get('X-Request-Id') }, what);
    try {
      const problem = asProblem(error, deps.isUnavailable);
      if (problem.status >= 500) log(problem.extras.cause ?? error, problem.code);
      sendProblem(res, problem);
    } catch (failure) {
      // Express would answer with the stack, as HTML.
      log(failure, 'the answer to an error failed');
      res.status(500).type('application/problem+json').send(JSON.stringify(LAST_RESORT));
    }
  };
}

/** Said when even saying what is wrong goes wrong: depends on nothing that could fail. */
const LAST_RESORT: ProblemDocument = {
  type: 'urn:tribune:problem:internal',
  title: 'Internal',
  status: 500,
  detail: 'Something went wrong on our side.',
  code: 'internal',
};
