// No shortcut to "Start process": a case begins on its own page, which the header links to.
export default {
  app: {
    name: 'Tasklist',
    vendor: 'Imprimatur',
  },
  dateFormat: {
    abbr: 'D MMM YYYY, h:mma',
    normal: 'D MMMM YYYY, h:mma',
    long: 'dddd D MMMM YYYY, h:mma',
    short: 'D MMMM YYYY',
  },
  locales: {
    availableLocales: ['en'],
    fallbackLocale: 'en',
  },
  customScripts: ['../../lib/imprimatur-sign-in', 'custom/imprimatur'],
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'claims the task that is shown',
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'goes to the first filter',
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'goes to the first task of the list',
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'goes to the form of the task',
    },
  },
};
