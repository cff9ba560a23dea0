import type { SnowplowParts } from '../../snowplow/parts.ts';
import type { Fault } from '../fault.ts';

export const responseFaults: readonly Fault<SnowplowParts>[] = [
  {
    id: 'snowplow.response.cut-pixel',
    requirement: 'snowplow.response.pixel',
    description: 'The picture lacks its last bytes.',
    apply: (parts) => ({
      ...parts,
      answer: (event) => {
        const answer = parts.answer(event);
        return { ...answer, body: answer.body.slice(0, 20) };
      },
    }),
  },
  {
    id: 'snowplow.response.no-content',
    requirement: 'snowplow.response.status',
    description: 'Events are answered with 204 and no picture.',
    apply: (parts) => ({
      ...parts,
      answer: (event) => ({ ...parts.answer(event), status: 204, body: new Uint8Array() }),
    }),
  },
  {
    id: 'snowplow.response.bad-refused',
    requirement: 'snowplow.response.bad-answered',
    description: 'A request that becomes a bad row is answered with 400.',
    apply: (parts) => ({
      ...parts,
      answer: (event) => ({ ...parts.answer(event), status: event.faults.length === 0 ? 200 : 400 }),
    }),
  },
  {
    id: 'snowplow.response.every-19th-empty',
    requirement: 'snowplow.response.status',
    description: 'Every 19th answer is an empty 204.',
    rare: true,
    apply: (parts) => {
      let count = 0;
      return {
        ...parts,
        answer: (event) => {
          count += 1;
          const answer = parts.answer(event);
          return count % 19 === 0 ? { ...answer, status: 204, body: new Uint8Array() } : answer;
        },
      };
    },
  },
];
