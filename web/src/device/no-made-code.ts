// Comes before every schema: the page's policy forbids making code from text, which schemas would otherwise try for speed as they are built.
import * as z from 'zod';

z.config({ jitless: true });
