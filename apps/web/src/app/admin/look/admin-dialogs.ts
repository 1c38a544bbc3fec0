import { Dialog } from '@angular/cdk/dialog';
import { Service, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Refusal } from '../registry/bulk-action-description';
import type { Typed } from '../registry/field-description';
import type { Confirmation, OneTimeSecret } from '../registry/model-description';
import { ConfirmDialog } from './confirm-dialog';
import { REFUSED_HEADING, RefusedDialog } from './refused-dialog';
import { SecretDialog } from './secret-dialog';

const LOOK = { panelClass: 'dialog-pane', backdropClass: 'overlay-backdrop' };

/** The questions that the admin area asks. */
@Service()
export class AdminDialogs {
  private readonly dialog = inject(Dialog);

  /** Resolves to what was typed; undefined when somebody changed their mind. */
  confirm(question: Confirmation): Promise<Typed | undefined> {
    const opened = this.dialog.open<Typed>(ConfirmDialog, {
      ...LOOK,
      ariaLabel: question.heading,
      data: question,
    });
    return firstValueFrom(opened.closed);
  }

  /** Says which rows stayed as they were, and why. */
  async tellRefused(refused: readonly Refusal[]): Promise<void> {
    const opened = this.dialog.open(RefusedDialog, { ...LOOK, ariaLabel: REFUSED_HEADING, data: refused });
    await firstValueFrom(opened.closed);
  }

  /** Resolves when it was put away. A click beside it does not: it cannot be shown again. */
  async show(secret: OneTimeSecret): Promise<void> {
    const opened = this.dialog.open(SecretDialog, {
      ...LOOK,
      ariaLabel: secret.heading,
      data: secret,
      disableClose: true,
      autoFocus: '[data-first]',
    });
    await firstValueFrom(opened.closed);
  }
}
