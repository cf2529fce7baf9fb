// The ways out of Tasklist's header into our own pages.
const link = (id, address, words, priority) => ({
  id,
  pluginPoint: 'tasklist.navbar.action',
  priority,
  render: (node) => {
    const anchor = document.createElement('a');
    anchor.href = address;
    anchor.textContent = words;
    node.replaceChildren(anchor);
  },
});

export default [
  link('imprimatur-propose', '/start/post-approval', 'Propose a post', 160),
  link('imprimatur-work', '/', 'My work', 170),
];
