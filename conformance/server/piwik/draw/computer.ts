/** The computer somebody sits at: what the tracker sees of it is the visit configuration. */
import fc, { type Arbitrary } from 'fast-check';
import { type Agent, agents } from './agents.ts';

/** Parameters that tell which plugins a browser has. */
export const plugins = ['fla', 'java', 'dir', 'qt', 'realp', 'pdf', 'wma', 'gears', 'ag'] as const;
export type Plugin = (typeof plugins)[number];

export interface Computer {
  agent: Agent;
  /** First language of the browser, lower case. */
  language: string;
  plugins: readonly Plugin[];
}

export const plainComputer: Computer = { agent: agents[0], language: 'fr-fr', plugins: [] };

/** Languages whose region names the country in every known table. */
export const languages = ['fr-fr', 'de-de', 'it-it', 'pt-br', 'en-us', 'nl-be'] as const;

export const computer: Arbitrary<Computer> = fc.record({
  agent: fc.constantFrom(...agents),
  language: fc.constantFrom(...languages),
  plugins: fc.subarray([...plugins]),
});
