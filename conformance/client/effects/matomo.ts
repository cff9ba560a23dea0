import type { Effects } from './effect.ts';
import { piwikEffects } from './piwik.ts';

const unread = 'Servers do not read it.';
const zero = 'A server stores 0 in its place.';

/** Matomo 5.2 (facts, sections 0 and 1), where it does not do as Piwik 2.0 did. */
export const matomoEffects: Effects = {
  ...piwikEffects,
  parameters: {
    ...piwikEffects.parameters,
    idsite: 'A server answers 400 and records nothing of the request.',
    url: 'A server counts the page view without its address.',
    cid: 'A server refuses the request when it has not 16 characters, and reads others than hexadecimal digits as 0.',
    cdt: 'A server takes the time of the request instead.',
    cdo: 'A server ignores it.',
    e_v: zero,
    ec_st: zero,
    ec_tx: zero,
    ec_sh: zero,
    ec_dt: zero,
    _pkp: zero,
    revenue: 'A server takes the revenue set for the goal, or 0.',
    pv_id: 'A server cuts it to six bytes: other hits of the page view may not be found by it.',
    uadata: 'A server tells the browser by its User-Agent alone.',
    ec_items: 'A server records the order without items, or no order at all.',
    send_image: 'A server answers with the image.',
    ping: 'A server takes the request as a page view.',
    cs: unread,
    dp: unread,
    _refts: unread,
    consent: unread,
  },
  wireForms: {
    ...piwikEffects.wireForms,
    'visitor-id':
      'A server ignores an id that is too short, cuts one that is too long, and reads other characters as 0.',
    'ip-address': 'A server stores the address 0.0.0.0.',
    'country-code': 'A server stores it unchecked and cut to three characters.',
    'subdivision-code': 'A server stores it unchecked and cut to three characters.',
    degrees: 'A server answers 400, or ignores the coordinate.',
    money: zero,
    moment: 'A server takes the time of the request instead.',
    decimal: zero,
    'language-tags': 'A server takes the first language it knows in it, or none.',
  },
};
