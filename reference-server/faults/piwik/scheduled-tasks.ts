/** Faults of scheduled tasks. */
import type { Parts } from '../../piwik/parts.ts';
import type { Handled } from '../../piwik/tasks/scheduler.ts';
import type { Fault } from '../fault.ts';
import { withPart } from './replace.ts';

/** The condition is asked of a request that was made to look otherwise. */
function pretending(parts: Parts, change: (handled: Handled) => Handled): Parts {
  return withPart(parts, 'mayRunTasks', (sound) => (handled) => sound(change(handled)));
}

export const scheduledTaskFaults: readonly Fault<Parts>[] = [
  {
    id: 'piwik.scheduled-tasks.never',
    requirement: 'piwik.scheduled-tasks.run',
    description: 'Requests run no scheduled tasks.',
    apply: (parts) => withPart(parts, 'mayRunTasks', () => () => false),
  },
  {
    id: 'piwik.scheduled-tasks.nothing-due-again',
    requirement: 'piwik.scheduled-tasks.run',
    description: 'A task runs once, and is never due again.',
    apply: (parts) => withPart(parts, 'isDue', () => (next) => next === undefined),
  },
  {
    id: 'piwik.scheduled-tasks.with-token',
    requirement: 'piwik.scheduled-tasks.not-authenticated',
    description: 'Authenticated requests run scheduled tasks.',
    apply: (parts) => pretending(parts, (handled) => ({ ...handled, authenticated: false })),
  },
  {
    id: 'piwik.scheduled-tasks.from-command-line',
    requirement: 'piwik.scheduled-tasks.not-from-command-line',
    description: 'Requests from the command line run scheduled tasks.',
    apply: (parts) =>
      pretending(parts, (handled) => ({ ...handled, request: { ...handled.request, address: '127.0.0.1' } })),
  },
  {
    id: 'piwik.scheduled-tasks.without-recording',
    requirement: 'piwik.scheduled-tasks.only-recording',
    description: 'Tasks run while recording is switched off.',
    apply: (parts) =>
      pretending(parts, (handled) => {
        const piwik = { ...handled.settings.piwik, record_statistics: true };
        return { ...handled, settings: { ...handled.settings, piwik } };
      }),
  },
  {
    id: 'piwik.scheduled-tasks.before-answer',
    requirement: 'piwik.scheduled-tasks.after-request',
    description: 'Tasks run before the request is answered, within its transaction.',
    apply: (parts) => {
      const within: Parts['alone'] = (store, work) => store.savepoint(work);
      return { ...parts, afterwards: (work) => work(), alone: within };
    },
  },
  {
    id: 'piwik.scheduled-tasks.each-request',
    requirement: 'piwik.scheduled-tasks.interval',
    description: 'Each request looks for tasks that are due, however short ago the last one did.',
    apply: (parts) => withPart(parts, 'intervalPassed', () => () => true),
  },
  {
    id: 'piwik.scheduled-tasks.failure-stops',
    requirement: 'piwik.scheduled-tasks.failure',
    description: 'A task that fails keeps those behind it from running.',
    apply: (parts) => withPart(parts, 'runTask', () => async (task, host) => task.run(host)),
  },
  {
    id: 'piwik.scheduled-tasks.failure-unlogged',
    requirement: 'piwik.scheduled-tasks.failure',
    description: 'A task that fails is not logged.',
    apply: (parts) => withPart(parts, 'runTask', (sound) => (task, host) => sound(task, { ...host, report: () => {} })),
  },
];
