// The pages work without any of this; each part only makes one thing easier.
import { autosave } from './autosave.js';
import { countLetters } from './count.js';
import { countPerAccount } from './limits.js';
import { focusSummary } from './errors.js';
import { speakToFrame } from './frame.js';
import { sendOnce } from './once.js';
import { tellProgress } from './progress.js';
import { foldUnlessNeeded, hideWhenNotNeeded, nameChoice, showWhenAskedFor } from './asked.js';
import { suggestTriggers } from './triggers.js';

speakToFrame();
focusSummary();
document.querySelectorAll('form').forEach(sendOnce);
document.querySelectorAll('[data-progress]').forEach(tellProgress);
document.querySelectorAll('form[data-autosave]').forEach(autosave);
document.querySelectorAll('textarea[data-maxlength]').forEach(countLetters);
document.querySelectorAll('[data-text-limits]').forEach(countPerAccount);
document.querySelectorAll('[data-only-when]').forEach(showWhenAskedFor);
document.querySelectorAll('[data-not-when]').forEach(hideWhenNotNeeded);
document.querySelectorAll('details[data-plain-when]').forEach(foldUnlessNeeded);
document.querySelectorAll('button[data-names-choice]').forEach(nameChoice);
document.querySelectorAll('form[data-suggest-triggers]').forEach(suggestTriggers);
