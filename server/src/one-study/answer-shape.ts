import { signKinds } from '@throughline/matching/one-study/likeness';
import { z } from 'zod';

const reports = z.array(z.string());
const strength = z.enum(['strong', 'some']);
const sign = z.object({ kind: z.enum(signKinds), text: z.string() });
const doubt = z.union([
  z.object({ kind: z.enum(['registration', 'country']), texts: z.tuple([z.string(), z.string()]) }),
  z.object({ kind: z.literal('years'), apart: z.number().int() }),
]);
const link = z.object({
  a: z.string(),
  b: z.string(),
  strength,
  authors: z.array(z.string()),
  signs: z.array(sign),
  doubts: z.array(doubt),
});

export const suggestedStudies = z.object({
  suggestions: z.array(
    z.object({
      reports,
      grows: z.string().optional().describe('The study that stands and would take up more reports'),
      adds: reports,
      strength,
      parts: z.tuple([reports, reports]),
      joint: link,
      links: z.array(link),
      authors: z.array(z.object({ name: z.string(), reports })),
      signs: z.array(sign.extend({ reports })),
    }),
  ),
});
