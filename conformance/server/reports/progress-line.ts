import type { Progress } from '../run/progress.ts';
import { clipped, visible } from './visible.ts';

/** The part of a terminal that a progress line needs. */
export interface LineStream {
  write(text: string): unknown;
  isTTY?: boolean | undefined;
  columns?: number | undefined;
}

export interface ProgressLine {
  onProgress(event: Progress): void;
  /** Removes the line, so that the report starts on a clean one. */
  end(): void;
}

/** One live line on a terminal; nothing at all elsewhere. */
export function createProgressLine(stream: LineStream): ProgressLine {
  if (!stream.isTTY) return { onProgress: () => {}, end: () => {} };
  const show = (text: string) => stream.write(`\r\x1b[2K${clipped(visible(text), (stream.columns ?? 80) - 30)}`);
  return {
    onProgress: (event) => {
      const text = lineOf(event);
      if (text !== undefined) show(text);
    },
    end: () => stream.write('\r\x1b[2K'),
  };
}

function lineOf(event: Progress): string | undefined {
  switch (event.event) {
    case 'plan':
      return `${event.protocol} ${event.version}: ${event.checks} checks, ${event.cases} cases`;
    case 'canary':
      return `first hit found after ${Math.round(event.delayMs)} ms`;
    case 'batch':
      return `${event.protocol}: ${event.done} of ${event.total} cases, ${event.requests} requests, ${event.failing} checks failing`;
    case 'shrink':
      return `made a failure of ${event.check} smaller in ${event.shrinks} steps`;
    default:
      return undefined;
  }
}
