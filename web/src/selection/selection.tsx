// Which serial is looked at closely: every view shows it, any view may choose it.
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

type Selection = { readonly serial: string | null; readonly select: (serial: string | null) => void };

const SelectionContext = createContext<Selection>({ serial: null, select: () => {} });

export function SelectionProvider({ children }: { readonly children: ReactNode }) {
  const [serial, select] = useState<string | null>(null);
  const selection = useMemo(() => ({ serial, select }), [serial]);
  return <SelectionContext value={selection}>{children}</SelectionContext>;
}

export const useSelection = (): Selection => useContext(SelectionContext);
