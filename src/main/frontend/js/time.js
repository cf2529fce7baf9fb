// "5:30pm", in London as everywhere on these pages.
export function timeOfDay(date) {
  return new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: '2-digit', hour12: true, timeZone: 'Europe/London' })
    .format(date).replace(/\s/g, '').toLowerCase();
}
