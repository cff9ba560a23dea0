/** Values about which the ledger has a question: what their columns may hold by each of its answers. */
import type { LedgerId, ParameterName } from '../../../../generated/piwik/2.0/facts.ts';
import type { Cell, Sample, StoredValue } from '../../model.ts';
import { numberOf } from './constants.ts';

/** The answers to a question about a value; undefined when it is not one it asks about. */
type Question = (value: string) => Readonly<Record<string, StoredValue>> | undefined;

function asked(sample: Sample, ledger: LedgerId, question: Question): Sample {
  const stored = sample.stored.map((cell): Cell => {
    const answers = cell.kind === 'is' && typeof cell.value === 'string' ? question(cell.value) : undefined;
    return answers === undefined ? cell : { kind: 'answer', ledger, answers };
  });
  return { ...sample, stored };
}

const longestText = numberOf('action-type', 'lengthBytes');
const ofEvents: readonly ParameterName[] = ['e_c', 'e_a', 'e_n'];
/** Texts of these are names of action types. */
const named: readonly ParameterName[] = ['action_name', 'search', ...ofEvents, 'link', 'download'];
/** Texts that servers of the day store as they are. */
const values: readonly ParameterName[] = ['ec_id', 'city'];
/** Numbers that servers of the day keep in single precision, of which six digits are shown. */
const measured: readonly ParameterName[] = ['e_v', 'gt_ms'];

function withoutFragment(sample: Sample): Sample {
  const stored = sample.stored.map((cell): Cell => {
    return cell.kind === 'is' && typeof cell.value === 'string'
      ? { ...cell, value: cell.value.split('#')[0] ?? '' }
      : cell;
  });
  return { ...sample, stored };
}

function inSinglePrecision(value: string): Readonly<Record<string, StoredValue>> | undefined {
  const single = String(Number(Number(value).toPrecision(6)));
  return single === value ? undefined : { exact: value, single };
}

function longText(name: ParameterName, sample: Sample): Sample {
  const question = (answer: 'characters' | 'cut') => (value: string) =>
    value.length > longestText ? { [answer]: value.slice(0, longestText), kept: value } : undefined;
  return ofEvents.includes(name)
    ? asked(sample, 'piwik.event-text-cut', question('cut'))
    : asked(sample, 'piwik.text-cut', question('characters'));
}

/** The sample of a parameter with the answers the ledger allows for its class. */
export function opened(name: ParameterName, sample: Sample): Sample {
  if (sample.class === 'blanks') {
    const ledger = values.includes(name) ? 'piwik.blanks-of-values' : 'piwik.surrounding-blanks';
    return asked(sample, ledger, (value) => ({ trimmed: value.trim(), kept: value }));
  }
  if (sample.class === 'long' && named.includes(name)) {
    return longText(name, sample);
  }
  if (sample.class === 'astral') {
    return asked(sample, 'piwik.supplementary-characters', (value) => ({
      stored: value,
      replaced: value.replace(/[\u{10000}-\u{10ffff}]/gu, '????'),
      cut: value.split(/[\u{10000}-\u{10ffff}]/u)[0] ?? '',
    }));
  }
  // An address loses its fragment; that is a requirement of its own and no question.
  if (sample.class === 'fragment' && named.includes(name)) return withoutFragment(sample);
  if (name === 'e_v' && sample.stored.some((cell) => cell.kind === 'is' && Number(cell.value) === 0)) {
    return asked(sample, 'piwik.zero-event-value', (value) => ({ absent: null, stored: value }));
  }
  return measured.includes(name) ? asked(sample, 'piwik.float-precision', inSinglePrecision) : sample;
}
