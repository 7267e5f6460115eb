/** A product as PDF, set by Typst with Noto fonts from the package; nothing is fetched, and the same input gives the same bytes. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Bug } from '../../kernel/index.ts';
import type { Document } from '../../products/index.ts';
import { chartSvg } from '../chart/index.ts';
import { typstOf } from './typst-source.ts';

const require = createRequire(import.meta.url);

/** The chart style that a page's style sheet gives on screen, in fixed colours for paper. */
const chartCss =
  'text{font-family:"Noto Sans","Noto Sans SC";font-size:12px;fill:#111}.bar{fill:#1d5c8f}.soft{opacity:.35}.whole{fill:#d5dbe3}.axis{stroke:#d5dbe3;stroke-width:1}.mark{stroke:#b3261e;stroke-width:2}.muted{fill:#5b6675}.cell{fill:#f4f6f9;stroke:#d5dbe3}.none{opacity:.35}.fill{fill:#1d5c8f}.lack{stroke:#b3261e}.full{stroke:#1c7a4a}.inside{fill:#fff;font-size:10.5px}';

/** Sets a document as PDF bytes. The compiler is loaded when first asked for. */
export async function pdfOf(document: Document, simulatedWords: string): Promise<Uint8Array> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const { source, pictures } = typstOf(document, simulatedWords, (block) => chartSvg(block.chart, block.caption, chartCss));
  const workspace = import.meta.dirname;
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fontFolders() }] });
  for (const { path, svg } of pictures) compiler.mapShadow(join(workspace, path), Buffer.from(svg, 'utf8'));
  try {
    return new Uint8Array(compiler.pdf({ mainFileContent: source }, { creationTimestamp: 0 }));
  } catch (cause) {
    const said = cause instanceof Error ? ('code' in cause ? String(cause.code) : cause.message) : String(cause);
    throw new Bug(`Typst refused a product: ${said}`, { cause });
  }
}

/** Latin, Cyrillic and Chinese faces: names of parties in their own script are in every product. */
function fontFolders(): string[] {
  const latin = dirname(require.resolve('@expo-google-fonts/noto-sans/package.json'));
  const chinese = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  return [
    ...['400Regular', '700Bold', '400Regular_Italic'].map((face) => join(latin, face)),
    ...['400Regular', '700Bold'].map((face) => join(chinese, face)),
  ];
}
