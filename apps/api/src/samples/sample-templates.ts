import type { CreateTemplateRequest } from '@ticketing/contracts';

/** What the people of the sample tickets might start from. */
export const SAMPLE_TEMPLATES: CreateTemplateRequest[] = [
  {
    name: 'Something is broken',
    title: '',
    description:
      '**What I did**\n\n1. \n\n**What I expected**\n\n\n\n**What happened instead**\n\n\n\n**Browser and device**\n',
    category: 'bug',
    priority: 'high',
  },
  {
    name: 'Question about an invoice',
    title: 'Question about invoice',
    description: '**Number of the invoice:** \n\n**What is not clear:**\n',
    category: 'billing',
    priority: 'medium',
  },
];
