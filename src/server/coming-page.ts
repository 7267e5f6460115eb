// What a browser gets while the page itself is still being built, on the very first start: it says so, and asks again each second.
import { languages, say } from '../words/index.ts';

/** A page without script that reloads itself; in every language, for nobody has chosen one yet. */
export function comingPage(names: Readonly<Record<string, string>>): string {
  const lines = languages.map(
    (language) =>
      `<section lang="${language}"><h1>${escaped(names[language] ?? '')}</h1><p>${escaped(say({ key: 'server.pageIsComing', values: {} }, language))}</p></section>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="refresh" content="1"><meta name="color-scheme" content="light dark"><title>Entente</title>
<style>body{font:16px/1.5 system-ui,sans-serif;margin:12vh auto;padding:0 1rem;max-width:40rem}h1{font-size:1.1rem;margin:1.5rem 0 0}p{margin:0}</style></head>
<body>${lines.join('\n')}</body></html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
