// The timeline as a table: every serial in order of time.
import { Table } from '@mantine/core';
import type { ScheduledSerial } from '../../../src/conduct/index.ts';
import { saySerialTime } from '../../../src/words/index.ts';
import { useDeviceView, useNaming } from '../device/device.tsx';
import { PartyChip } from '../parties/party-chip.tsx';
import { useSelection } from '../selection/selection.tsx';
import { useWords } from '../words/words.tsx';
import { signOf } from './paint-bar.ts';
import classes from './timeline.module.css';

export function SerialTable({ scheduled }: { readonly scheduled: readonly ScheduledSerial[] }) {
  const { exercise } = useDeviceView();
  const naming = useNaming();
  const { t, language } = useWords();
  const { serial: selected, select } = useSelection();
  if (exercise === null || naming === null) return null;
  return (
    <div className={classes.table}>
      <Table stickyHeader verticalSpacing={4} fz="xs">
        <Table.Thead>
          <Table.Tr>
            {['serial', 'time', 'site', 'team', 'lead', 'status'].map((column) => (
              <Table.Th key={column} scope="col">
                {t(`product.column.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {scheduled.map((one) => (
            <Table.Tr key={one.serial} aria-selected={one.serial === selected}>
              <Table.Th scope="row" fw={500}>
                <button type="button" className={classes.rowButton} onClick={() => select(one.serial)}>
                  {naming.serial(one.serial)}
                </button>
              </Table.Th>
              <Table.Td>{saySerialTime(one.start, one.end, exercise.zone, language)}</Table.Td>
              <Table.Td>{one.site === null ? '–' : naming.site(one.site)}</Table.Td>
              <Table.Td>
                {one.parties.map((party) => (
                  <PartyChip key={party} party={party} leads={party === one.leadParty} />
                ))}
              </Table.Td>
              <Table.Td>{one.lead === null ? '–' : naming.unit(one.lead)}</Table.Td>
              <Table.Td>
                {signOf(one)} {t('product.serialStatus', { status: one.status })}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
