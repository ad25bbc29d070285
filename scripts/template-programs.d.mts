import type { TemplatePrograms } from '../src/project/template.ts';

export function templatePrograms(text: string, helpers: readonly string[]): TemplatePrograms;
