import { isIPv6 } from 'node:net';

/** What counts as one client among addresses. A house has a whole /64 of IPv6, and could otherwise be as many clients as it likes. */
export function addressKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  const [before = '', after] = address.split('%')[0]?.split('::') ?? [];
  const groups = before === '' ? [] : before.split(':');
  const last = after ? after.split(':') : [];
  const zeros = after === undefined ? 0 : Math.max(8 - groups.length - last.length, 0);
  const network = [...groups, ...Array.from({ length: zeros }, () => '0'), ...last].slice(0, 4);
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
