// Calling STOP and raising NO DUFF. A STOP is one choice of a place; a NO DUFF takes two steps, because it stops people who may be far away.
import { Button, Menu, Modal, NativeSelect, Switch } from '@mantine/core';
import { useState } from 'react';
import { alertKinds } from '../../../src/conduct/index.ts';
import { anyAuthor } from '../device/acting.ts';
import { useDevice, useDeviceView, useNaming } from '../device/device.tsx';
import { useWords } from '../words/words.tsx';
import { Icon } from './icon.tsx';
import classes from './safety-menu.module.css';

export function SafetyMenu() {
  const device = useDevice();
  const { session, exercise, conduct } = useDeviceView();
  const { t } = useWords();
  const naming = useNaming();
  const [isRaising, setRaising] = useState(false);
  const [site, setSite] = useState('');
  const [kind, setKind] = useState<string>(alertKinds[0]);
  // Where people are simulated an alarm is a drill unless said otherwise; where they are not, it is real.
  const [isDrill, setDrill] = useState(session?.exercise.simulated ?? false);
  const by = anyAuthor(session);
  if (by === undefined || exercise === null || conduct === null || naming === null || exercise.sites.list.length === 0) return null;

  const callStop = (at: string) => void device.order({ type: 'CallStop', by, order: { stop: crypto.randomUUID(), site: at } });
  const raise = () => {
    setRaising(false);
    const order = { alert: crypto.randomUUID(), site: site === '' ? null : site, kind, drill: isDrill };
    void device.order({ type: 'RaiseNoDuff', by, order });
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button color="red" variant="filled" size="compact-md" leftSection={<Icon name="stop" size={16} />}>
            {t('screen.alert.stop')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('screen.safety.stopWhere')}</Menu.Label>
          {exercise.sites.list.map(({ id }) => (
            <Menu.Item key={id} onClick={() => callStop(id)}>
              {naming.site(id)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item color="red" onClick={() => setRaising(true)}>
            {t('screen.safety.raise')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal
        centered
        opened={isRaising}
        onClose={() => setRaising(false)}
        title={t('screen.safety.raise')}
        closeButtonProps={{ 'aria-label': t('screen.close') }}
      >
        <div className={classes.form}>
          <p className={classes.first}>{t('screen.safety.radioFirst')}</p>
          <NativeSelect
            label={t('screen.safety.where')}
            value={site}
            onChange={({ currentTarget }) => setSite(currentTarget.value)}
            data={[
              { value: '', label: t('screen.alert.noPlace') },
              ...exercise.sites.list.map(({ id }) => ({ value: id, label: naming.site(id) })),
            ]}
          />
          <NativeSelect
            label={t('screen.safety.what')}
            value={kind}
            onChange={({ currentTarget }) => setKind(currentTarget.value)}
            data={alertKinds.map((value) => ({ value, label: t('screen.safety.kind', { kind: value }) }))}
          />
          <Switch label={t('screen.safety.drill')} checked={isDrill} onChange={({ currentTarget }) => setDrill(currentTarget.checked)} />
          <Button color="red" fullWidth onClick={raise}>
            {isDrill ? t('screen.safety.raiseDrill') : t('screen.safety.raiseNow')}
          </Button>
        </div>
      </Modal>
    </>
  );
}
