import type { Problem } from '../contract/problem.ts';

/** A problem of the conversation as the wire tells it. */
export const sessionNotFound = (requestId: string): Problem => ({
  type: '/problems/session-not-found',
  title: 'Session not found',
  status: 404,
  detail: 'There is no conversation with this id, or it has ended. Leave session_id out to begin a new one.',
  code: 'session_not_found',
  errors: [{ field: 'session_id', message: 'unknown or expired' }],
  request_id: requestId,
  retryable: false,
});

/** Something broke on our side; what it was stays in the log. */
export const internalProblem = (requestId: string): Problem => ({
  type: '/problems/internal',
  title: 'Something went wrong',
  status: 500,
  detail: 'The turn could not be finished and nothing of it was kept. Please send it again.',
  code: 'internal',
  errors: [],
  request_id: requestId,
  retryable: true,
});

/** Where conversations are kept is away, and this process has no copy of this one. */
export const storeUnavailable = (requestId: string): Problem => ({
  type: '/problems/unavailable',
  title: 'Not available',
  status: 503,
  detail:
    'Conversations cannot be reached at the moment. Nothing is lost; please send this again in a moment.',
  code: 'unavailable',
  errors: [],
  request_id: requestId,
  retryable: true,
});

/** The search would have had to wait too long for others. */
export const overloadedProblem = (requestId: string): Problem => ({
  type: '/problems/overloaded',
  title: 'Too busy',
  status: 503,
  detail: 'Too many searches wait already. Nothing is lost; please send this again in a moment.',
  code: 'overloaded',
  errors: [],
  request_id: requestId,
  retryable: true,
});

/** Someone else kept changing the conversation. */
export const conflictProblem = (requestId: string): Problem => ({
  type: '/problems/conflict',
  title: 'The conversation was changed meanwhile',
  status: 409,
  detail: 'Other messages of this conversation were answered at the same time. Please send this one again.',
  code: 'conflict',
  errors: [],
  request_id: requestId,
  retryable: true,
});
