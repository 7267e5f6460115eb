// The header: which exercise, that it is simulated, the pages, as whom one looks, and what can be taken away.
import { ActionIcon, Badge, NativeSelect, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { type Language, languages } from '../../../src/words/index.ts';
import { useDevice, useDeviceView } from '../device/device.tsx';
import { useWords } from '../words/words.tsx';
import classes from './header.module.css';
import { Icon } from './icon.tsx';
import { ProductMenu } from './product-menu.tsx';
import { readerName } from './reader-name.ts';
import { SafetyMenu } from './safety-menu.tsx';

const ownNames: Readonly<Record<Language, string>> = { en: 'English', fr: 'Français', zh: '中文', ru: 'Русский' };

export function Header({ children }: { readonly children: ReactNode }) {
  const device = useDevice();
  const { session, reader, link, pending } = useDeviceView();
  const { t, language, setLanguage } = useWords();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const name = session === null ? '' : (session.exercise.names[language] ?? session.exercise.names.en ?? session.exercise.code);
  useEffect(() => {
    if (name !== '') document.title = `${name} – Entente`;
  }, [name]);
  const other = scheme === 'dark' ? 'light' : 'dark';
  return (
    <header className={classes.header}>
      <div className={classes.identity}>
        <h1 className={classes.name}>{name}</h1>
        <div className={classes.badges}>
          {session?.exercise.simulated === true ? (
            <Badge variant="light" color="grape" size="sm">
              {t('screen.simulated')}
            </Badge>
          ) : null}
          <span className={classes.link} data-link={link} role="status">
            {t(`screen.link.${link}`)}
          </span>
          {pending.length > 0 ? <span className={classes.pending}>{t('screen.pending', { n: pending.length })}</span> : null}
        </div>
      </div>
      {children}
      <div className={classes.tools}>
        <NativeSelect
          size="sm"
          className={classes.reader}
          data-other={session !== null && reader !== session.readers[0]}
          aria-label={t('screen.seeAs')}
          leftSection={<Icon name="eye" size={16} />}
          value={reader}
          onChange={({ currentTarget }) => device.seeAs(currentTarget.value)}
          data={(session?.readers ?? []).map((value) => ({ value, label: readerName(value, t) }))}
        />
        <ProductMenu />
        <SafetyMenu />
        <NativeSelect
          size="sm"
          className={classes.language}
          aria-label={t('screen.language')}
          value={language}
          onChange={({ currentTarget }) => setLanguage(currentTarget.value as Language)}
          data={languages.map((value) => ({ value, label: ownNames[value] }))}
        />
        <Tooltip label={t(`screen.scheme.${other}`)}>
          <ActionIcon variant="default" size="lg" aria-label={t(`screen.scheme.${other}`)} onClick={() => setColorScheme(other)}>
            <Icon name={scheme === 'dark' ? 'sun' : 'moon'} />
          </ActionIcon>
        </Tooltip>
      </div>
    </header>
  );
}
