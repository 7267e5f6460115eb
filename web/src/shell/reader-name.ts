// How a reader is named to people.
import type { Say } from '../words/words.tsx';

export function readerName(reader: string, t: Say): string {
  if (reader === 'all' || reader === 'public' || reader === 'joint') return t(`screen.reader.${reader}`);
  if (reader.startsWith('person:')) return t('screen.reader.person', { person: reader.slice('person:'.length) });
  if (reader.endsWith(':excon')) return t('screen.reader.excon', { party: reader.slice(0, -':excon'.length) });
  return t('screen.reader.party', { party: reader });
}
