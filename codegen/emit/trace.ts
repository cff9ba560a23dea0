import type { Emitter } from './emitter.ts';
import { header } from './header.ts';

/** `trace.ts`: every clause of the sources, and where the spec keeps it. */
export const traceFile: Emitter = {
  file: 'trace.ts',
  text: ({ traces, origin }) =>
    [
      header('trace', origin),
      `import type { Trace } from '../../model.ts';\n`,
      `export const trace: Readonly<Record<string, Trace>> = ${JSON.stringify(traces, null, 2)};\n`,
    ].join('\n'),
};
