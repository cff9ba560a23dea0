/** Programs of the time whose family, system and device no parser disputes. */

export interface Agent {
  header: string;
  browser: string;
  system: string;
  mobile: boolean;
}

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const IPHONE = 'AppleWebKit/537.51.1 (KHTML, like Gecko) Version/7.0 Mobile/11A501 Safari/9537.53';

function desktop(browser: string, system: string, header: string): Agent {
  return { header: `Mozilla/5.0 ${header}`, browser, system, mobile: false };
}

function phone(browser: string, system: string, header: string): Agent {
  return { header: `Mozilla/5.0 ${header}`, browser, system, mobile: true };
}

/** The first is the plainest; cases shrink to it. */
export const agents: readonly Agent[] = [
  desktop('Firefox', 'Windows', '(Windows NT 6.1; rv:26.0) Gecko/20100101 Firefox/26.0'),
  desktop('Firefox', 'Linux', '(X11; Linux x86_64; rv:25.0) Gecko/20100101 Firefox/25.0'),
  desktop('Firefox', 'Mac OS X', '(Macintosh; Intel Mac OS X 10.9; rv:26.0) Gecko/20100101 Firefox/26.0'),
  desktop('Chrome', 'Windows', `(Windows NT 6.1; WOW64) ${WEBKIT} Chrome/32.0.1700.76 Safari/537.36`),
  desktop('Chrome', 'Mac OS X', `(Macintosh; Intel Mac OS X 10_9_1) ${WEBKIT} Chrome/31.0.1650.63 Safari/537.36`),
  desktop('Internet Explorer', 'Windows', '(compatible; MSIE 9.0; Windows NT 6.1; Trident/5.0)'),
  phone('Safari', 'iOS', `(iPhone; CPU iPhone OS 7_0_2 like Mac OS X) ${IPHONE}`),
  phone('Chrome', 'Android', `(Linux; Android 4.4.2; Nexus 5) ${WEBKIT} Chrome/32.0.1700.99 Mobile Safari/537.36`),
];
