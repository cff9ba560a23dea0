/** Clocks of visitors that show what no clock can. */
import { timeOfDay } from '../request/time.ts';
import type { Probe } from './probe.ts';
import { columnOf } from './visit-column.ts';

type Clock = readonly [hour: string, minute: string, second: string];

/** What a TIME column makes of it, and the nearest time of day; what is out of range may be the tracker's own, too. */
function shown(clock: Clock, column: string, nearest: string): Probe {
  return columnOf('piwik.h.stored', ['piwik.local-time-out-of-range', 'visitor_localtime'], (_who, now) => {
    const [hour, minute, second] = clock;
    const own = timeOfDay(now).split(':');
    const most = [23, 59, 59];
    const server = clock.map((part, index) => {
      const within = Number(part) >= 0 && Number(part) <= (most[index] ?? 0);
      return within ? part.padStart(2, '0') : own[index];
    });
    return {
      pairs: [
        ['h', hour],
        ['m', minute],
        ['s', second],
      ],
      answers: { 'time-column': column, server: server.join(':'), midnight: '00:00:00', clamped: nearest },
    };
  });
}

export const clocks: Readonly<Record<string, Probe>> = {
  'hour 25': shown(['25', '10', '20'], '25:10:20', '23:10:20'),
  'hour below 0': shown(['-1', '10', '20'], '-01:10:20', '00:10:20'),
  'largest hour': shown(['838', '10', '20'], '838:10:20', '23:10:20'),
  'hour beyond the column': shown(['839', '10', '20'], '838:59:59', '23:10:20'),
  'hour below the column': shown(['-839', '10', '20'], '-838:59:59', '00:10:20'),
  'minute 75': shown(['9', '75', '20'], '00:00:00', '09:59:20'),
  'minute below 0': shown(['9', '-1', '20'], '00:00:09', '09:00:20'),
  'second 75': shown(['9', '10', '75'], '00:00:00', '09:10:59'),
  'second below 0': shown(['9', '10', '-1'], '09:10:00', '09:10:00'),
};
