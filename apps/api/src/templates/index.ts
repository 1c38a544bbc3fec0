export { TemplateEntity } from './template.entity.js';
export { TemplatesModule } from './templates.module.js';
export { TemplatesRepository } from './templates.repository.js';
export { TemplatesService } from './templates.service.js';
