/** Probes of what tells a requirement from its neighbours. */
import { hit, later, noon, superUser } from '../tracked.ts';
import { by, type Probe, probe } from './probe.ts';

const inForm = (body: string) => ({
  ...hit(),
  method: 'POST',
  body,
  headers: { ...hit().headers, 'content-type': 'application/x-www-form-urlencoded' },
});
const dated = (digit: string) => by(superUser, { _id: digit.repeat(16), cdt: noon - 60 });

export const toldApart: Probe[] = [
  probe(hit({ _idts: noon - 260_000, _viewts: noon - 90_000 })),
  probe(hit({ link: 'http://partner.example/', revenue: 5 })),
  probe(hit({ res: '320×480', h: 1 })),
  probe(hit({ action_name: 'A / B' })),
  probe(hit({ action_name: '1+1=2' })),
  probe(hit({ rand: 17 })),
  probe(hit({ apiv: 1 })),
  probe(hit({ urlref: 'https://daily.example/' })),
  probe(hit({ urlref: 'http://news.example/Page?A=B' })),
  probe(inForm('_cvar=%7B%221%22%3A%5B%22name%22%2C%22value%22%5D%7D&action_name=A')),
  probe(dated('1'), { ...dated('2'), address: '198.51.100.3' }),
  probe(hit(), later(1798)),
  probe(hit(), later(600, { _id: 'f'.repeat(16) })),
];
