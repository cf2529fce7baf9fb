export default {
  app: {
    name: 'Operations',
    vendor: 'Imprimatur',
  },
  locales: {
    availableLocales: ['en'],
    fallbackLocale: 'en',
  },
  customScripts: ['../../lib/imprimatur-sign-in'],
  disableWelcomeMessage: true,
};
