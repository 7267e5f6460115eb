// The map's colours, read from the page's style sheet so that it turns dark with the page.
export type MapColours = {
  readonly water: string;
  readonly land: string;
  readonly border: string;
  readonly grid: string;
  readonly way: string;
};

export function mapColours(): MapColours {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return { water: read('water'), land: read('land'), border: read('border-line'), grid: read('line'), way: read('quiet') };
}
