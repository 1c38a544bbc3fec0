import { OutboundRefused, outboundUrl, requireReachable } from './outbound-address.js';

const PUBLIC = { allowPrivate: false };
const INTRANET = { allowPrivate: true };

describe('an address that somebody gave', () => {
  it.each([
    'https://hooks.example.com/x?y=1',
    'https://hooks.example.com:8443/',
    'https://1.1.1.1/',
    'https://[2606:4700::1111]/',
  ])('may be %s', (address) => expect(outboundUrl(address, PUBLIC).href).toBe(address));

  it.each([
    ['plain http', 'http://hooks.example.com/'],
    ['a file', 'file:///etc/passwd'],
    ['another protocol', 'gopher://hooks.example.com/'],
    ['a script', 'javascript:alert(1)'],
    ['nothing', ''],
    ['no address', 'hooks'],
    ['half an address', 'https://'],
    ['more than anybody needs', `https://hooks.example.com/${'x'.repeat(2_000)}`],
    ['a name in it', 'https://ada@hooks.example.com/'],
    ['a password in it', 'https://:secret@hooks.example.com/'],
    ['a public host as the name of a private one', 'https://hooks.example.com@127.0.0.1/'],
    ['a port of another service', 'https://hooks.example.com:22/'],
    ['the port of http', 'https://hooks.example.com:80/'],
    ['an index that is no host', 'https://[::1'],
  ])('may not be %s', (_, address) => expect(() => outboundUrl(address, PUBLIC)).toThrow(OutboundRefused));

  it.each([
    'https://127.0.0.1/',
    'https://127.1/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://2130706433/',
    'https://１２７.０.０.１/',
    'https://127。0。0。1/',
    'https://①②⑦.0.0.1/',
    'https://127.0.0.1./',
    'https://0/',
    'https://10.0.0.1/',
    'https://172.16.0.1/',
    'https://192.168.1.1/',
    'https://100.64.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://192.0.0.192/',
    'https://198.18.0.1/',
    'https://224.0.0.1/',
    'https://240.0.0.1/',
    'https://255.255.255.255/',
    'https://[::]/',
    'https://[::1]/',
    'https://[0:0:0:0:0:0:0:1]/',
    'https://[::127.0.0.1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:a9fe:a9fe]/',
    'https://[::ffff:0:127.0.0.1]/',
    'https://[64:ff9b::10.0.0.1]/',
    'https://[64:ff9b:1::1]/',
    'https://[2002:7f00:1::]/',
    'https://[2001::1]/',
    'https://[fc00::1]/',
    'https://[fd12:3456::1]/',
    'https://[fe80::1]/',
    'https://[fec0::1]/',
    'https://[ff02::1]/',
    'https://[2001:db8::1]/',
  ])('may not lead into our own network in any writing: %s', (address) =>
    expect(() => outboundUrl(address, PUBLIC)).toThrow(/not on the public internet|not a web address/),
  );

  it('loses what is only for browsers', () =>
    expect(outboundUrl('https://hooks.example.com/#x', PUBLIC).href).toBe('https://hooks.example.com/'));
});

describe('where private networks are allowed', () => {
  it.each([
    'http://127.0.0.1:3000/',
    'https://10.0.0.1/',
    'http://[::1]/',
    'https://[fd00::1]/',
    'https://100.64.0.1/',
  ])('%s is, too', (address) => expect(outboundUrl(address, INTRANET).href).toBe(address));
  it.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://[fe80::1]/',
    'http://0.0.0.0/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://[2002:a9fe:a9fe::]/',
    'file:///etc/passwd',
    'http://ada:secret@10.0.0.1/',
  ])('%s is not', (address) => expect(() => outboundUrl(address, INTRANET)).toThrow(OutboundRefused));
});

describe('an address that a name was looked up to', () => {
  it.each(['93.184.215.14', '2606:4700::1111', '::ffff:1.1.1.1', '64:ff9b::1.1.1.1'])(
    'may be %s',
    (address) => expect(requireReachable(address, PUBLIC)).toBeUndefined(),
  );
  it.each(['127.0.0.1', '::1', '::ffff:10.0.0.1', '64:ff9b::7f00:1', 'fe80::1%eth0', '', 'nonsense'])(
    'may not be %j',
    (address) => expect(() => requireReachable(address, PUBLIC)).toThrow(OutboundRefused),
  );
});
