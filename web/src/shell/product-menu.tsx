// What can be taken away: products as this reader reads them, in the page's language.
import { Button, Menu } from '@mantine/core';
import { isoDateOfDay, localDay, minuteOfMicros } from '../../../src/kernel/index.ts';
import { useViewClock } from '../clock/use-clock.tsx';
import { useDeviceView } from '../device/device.tsx';
import { useWords } from '../words/words.tsx';
import { Icon } from './icon.tsx';
import classes from './product-menu.module.css';

type Product = {
  readonly name: string;
  readonly formats: readonly ('html' | 'pdf' | 'ics')[];
  /** Whether this reader may be offered it at all; the server decides. */
  readonly isFor?: (reader: string) => boolean;
  readonly isOfDay?: boolean;
};

const isInside = (reader: string): boolean => reader !== 'public';
const isParty = (reader: string): boolean => isInside(reader) && reader !== 'all' && reader !== 'joint';
const isExcon = (reader: string): boolean => reader === 'all' || reader.endsWith(':excon');

const products: readonly Product[] = [
  { name: 'day', formats: ['html', 'pdf', 'ics'], isOfDay: true, isFor: isInside },
  { name: 'schedule', formats: ['html', 'pdf', 'ics'], isFor: isInside },
  { name: 'msel', formats: ['html', 'pdf'], isFor: isExcon },
  { name: 'eeg', formats: ['html', 'pdf'], isFor: isInside },
  { name: 'fir', formats: ['html', 'pdf'], isFor: isInside },
  { name: 'aar', formats: ['html', 'pdf'], isFor: isInside },
  { name: 'annex', formats: ['html', 'pdf'], isFor: isParty },
  { name: 'communique', formats: ['html', 'pdf'] },
];

export function ProductMenu() {
  const { reader, exercise } = useDeviceView();
  const { t, language } = useWords();
  const clock = useViewClock();
  if (exercise === null) return null;
  const addressOf = ({ name, isOfDay = false }: Product, format: string): string => {
    const query = new URLSearchParams({ as: reader, lang: language });
    const at = clock.shown();
    if (isOfDay && at !== null) query.set('day', isoDateOfDay(localDay(minuteOfMicros(at), exercise.zone)));
    return `/api/products/${name}.${format}?${query}`;
  };
  return (
    <Menu position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<Icon name="document" size={16} />} rightSection={<Icon name="down" size={12} />}>
          {t('screen.products')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {products
          .filter(({ isFor }) => isFor?.(reader) ?? true)
          .map((product) => (
            <div key={product.name} className={classes.product}>
              <span className={classes.name}>{t(`screen.product.${product.name}`)}</span>
              {product.formats.map((format) => (
                <Menu.Item
                  key={format}
                  className={classes.format}
                  component="a"
                  href={addressOf(product, format)}
                  target="_blank"
                  rel="noopener"
                  aria-label={`${t(`screen.product.${product.name}`)}, ${t(`screen.format.${format}`)}`}
                >
                  {t(`screen.format.${format}`)}
                </Menu.Item>
              ))}
            </div>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
